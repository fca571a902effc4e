"""The program's language: translators, locale and writing direction."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from hcmd_lab.telling.known_languages import (
    SOURCE_LANGUAGE,
    TRANSLATION_PREFIX,
    TRANSLATIONS,
    languages,
    require_language,
)


def best_language(spoken: Sequence[str]) -> str:
    """The computer's language if the program supports it, else English.

    Args:
        spoken: `languages()` or `lab_languages()`.
    """
    for wish in QLocale.system().uiLanguages():
        code = wish.split("-")[0]
        if code in spoken:
            return code
    return SOURCE_LANGUAGE


def language_name(code: str) -> str:
    """A language's own name; its code if Qt does not know it."""
    if code == SOURCE_LANGUAGE:  # Qt would call it American
        return "English"
    name = QLocale(code).nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" or code


def spoken_language() -> str:
    """Code of the program's current language; empty if the computer has none set."""
    return QLocale.languageToCode(QLocale().language())


def direction(code: str) -> Qt.LayoutDirection:
    """The writing direction of a language."""
    return QLocale(code).textDirection()


def install_language(
    application: QGuiApplication, code: str, spoken: Sequence[str] | None = None
) -> None:
    """Switch the program to a language, including number format and writing direction.

    Args:
        application: Must not have a window with texts yet.
        code: Code of the language.
        spoken: `lab_languages()` for what the experimenter sees; by default `languages()`.

    Raises:
        UsageError: The program does not speak it.
    """
    require_language(code, languages() if spoken is None else spoken)
    application.setLayoutDirection(direction(code))
    speak(application, code)


def speak_english() -> None:
    """Format numbers and dates in English, whatever the computer's language."""
    QLocale.setDefault(QLocale(SOURCE_LANGUAGE))


def speak(application: QCoreApplication, code: str) -> None:
    """Switch new texts and numbers to another language.

    What is on the screen stays as it is, and so does the application's direction of writing.

    Args:
        application: Owns the translators.
        code: One of `languages()`.
    """
    for former in application.findChildren(QTranslator):
        QCoreApplication.removeTranslator(former)
        former.deleteLater()
    locale = QLocale(code)
    QLocale.setDefault(locale)
    # English has a file too: the plural forms of the texts with numbers.
    own = QTranslator(application)
    if own.load(f"{TRANSLATION_PREFIX}{code}", str(TRANSLATIONS)):
        QCoreApplication.installTranslator(own)
    if code != SOURCE_LANGUAGE:
        of_qt = QTranslator(application)
        folder_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if of_qt.load(locale, "qtbase", "_", folder_of_qt):
            QCoreApplication.installTranslator(of_qt)
