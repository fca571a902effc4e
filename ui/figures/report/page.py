"""The report's page: one HTML file that explains a study to its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from ui.figures.figure import MARGIN
from ui.figures.names import pretty_name
from ui.figures.report import tables, words
from ui.figures.report.markup import Markup, element, image, paragraphs
from ui.figures.report.pictures import Picture
from ui.figures.report.records import StudyReport


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the making.

    Attributes:
        report: What it tells.
        pictures: By name.
        files: The pictures' PNG files, by name.
    """

    report: StudyReport
    pictures: Mapping[str, Picture]
    files: Mapping[str, bytes]

    def html(self) -> str:
        """The whole page."""
        title = f"{self.report.name}: report"
        # A style sheet's text is not escaped in HTML; it comes with the program.
        style = Markup(f"<style>\n{_style_sheet()}</style>")
        head = element("head", Markup('<meta charset="utf-8">'), _VIEWPORT,
                       element("title", title), style)  # fmt: skip
        main = element(
            "main",
            self._header(),
            self._comparison(),
            self._section("What the mechanism does", "policies"),
            self._people(),
            self._mechanism(),
            self._section("Contributions in each iteration", "contributions_acquired"),
            self._provenance(),
        )
        body = element("body", self._banner(), main)
        return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"

    def _banner(self) -> Markup:
        if not self.report.simulated:
            return Markup("")
        return element(
            "aside",
            element("strong", "Simulated participants"),
            " Every decision and vote in this report was made by a simulation. It shows how the "
            "method works; it is no evidence about people.",
            class_="simulated",
        )

    def _header(self) -> Markup:
        report = self.report
        groups = sum(step.groups for step in report.iterations)
        decisions = sum(step.decisions for step in report.iterations)
        facts = [
            ("Iterations", f"{len(report.iterations)}"),
            ("Groups acquired", f"{groups:,}"),
            ("Decisions acquired", f"{decisions:,}"),
        ]
        if report.evaluation is not None:
            facts.append(("Groups in the comparison", f"{report.evaluation.groups:,}"))
            facts.append(("Votes in the comparison", f"{report.evaluation.votes:,}"))
        entries = (
            element("div", element("dt", name), element("dd", value)) for name, value in facts
        )
        return element(
            "header",
            element("p", "Study report", class_="kicker"),
            element("h1", report.name),
            element("p", words.headline(report), class_="headline"),
            element("dl", *entries),
        )

    def _comparison(self) -> Markup:
        result = self.report.evaluation
        if result is None:
            return Markup("")
        pair = [self._figure(name) for name in ("votes", "reward_and_inequality")]
        return element(
            "section",
            element("h2", f"The comparison with {words.in_sentence(result.baseline)}"),
            paragraphs(*words.evaluation_statistics(result)),
            element("div", *pair, class_="pair"),
            self._figure("contributions_compared"),
        )

    def _people(self) -> Markup:
        if not self.report.iterations:
            return Markup("")
        modelled = [step.model for step in self.report.iterations if step.model is not None]
        return element(
            "section",
            element("h2", "Who played, and how well they are predicted"),
            paragraphs(
                "In each iteration new groups play the newest mechanism (ACQUIRE), and models "
                "learn from all groups so far how they contribute and vote (MODEL). The figures "
                "are cross-entropies on groups left out, in nats per decision: how surprised a "
                "predictor is by what was chosen. Lower is better and 0 would be perfect; bold "
                "models beat every simple guess.",
                words.model_in_words(modelled[-1]) if modelled else "",
            ),
            tables.model_table(self.report.iterations),
            element(
                "ul",
                element("li", element("b", "Repeat last"), " expects the last choice again, with a "
                        "fitted probability, and otherwise guesses like Marginal."),
                element("li", element("b", "Marginal"), " knows how often each amount was given "
                        "from each endowment."),
                element("li", element("b", "Uniform"), " holds every possible amount for equally "
                        "likely."),
                element("li", element("b", "ln 2"), " is a coin toss between the two stages. As "
                        "both are played with the same mechanism, a vote model near it is right, "
                        "not bad."),
                element("li", element("b", "Size"), " is that of the contribution model: its input "
                        "layer and its LSTM, chosen by cross-validation."),
                class_="notes",
            ),
            self._figure("cross_entropies"),
        )  # fmt: skip

    def _mechanism(self) -> Markup:
        if all(step.optimize is None for step in self.report.iterations):
            return Markup("")
        return element(
            "section",
            element("h2", "How the mechanism was trained"),
            paragraphs(
                "Each iteration trains a mechanism in simulation to win the votes of the modelled "
                "participants against the one before it (OPTIMIZE). The table gives the share of "
                "votes it is then expected to win against it: 50% is no improvement, and an "
                "interval that lies above 50% is one. Training ends when the newest mechanism no "
                "longer beats all earlier ones (CONVERGENCE).",
            ),
            tables.mechanism_table(self.report.iterations),
            self._figure("meta_game"),
        )

    def _provenance(self) -> Markup:
        names = ", ".join(pretty_name(policy.name) for policy in self.report.policies)
        return element(
            "section",
            element("h2", "Where this comes from"),
            paragraphs(
                "The same seed, data and software give the same results. The hashes are SHA-256: "
                "of the data, of the trained networks, and of the tables of payouts that the "
                "sessions look up" + (f" ({names})." if names else "."),
            ),
            tables.provenance_table(self.report),
        )

    def _section(self, heading: str, name: str) -> Markup:
        """A section that is one picture, if there is that picture."""
        if name not in self.pictures:
            return Markup("")
        return element("section", element("h2", heading), self._figure(name))

    def _figure(self, name: str) -> Markup:
        if name not in self.pictures:
            return Markup("")
        picture = self.pictures[name]
        size = picture.figure.size
        width, height = (round(side + 2 * MARGIN) for side in (size.width(), size.height()))
        return element(
            "figure",
            image(self.files[name], width, height, picture.title),
            element("figcaption", picture.caption),
        )


_VIEWPORT = Markup('<meta name="viewport" content="width=device-width, initial-scale=1">')


def _style_sheet() -> str:
    return (resources.files("resources") / "report" / "report.css").read_text("utf-8")
