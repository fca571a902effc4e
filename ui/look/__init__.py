"""The look that both programs share: colours, type, spacing and the parts made of them."""

from ui.look.tokens import SPACE, Tokens, tokens

__all__ = ["SPACE", "Tokens", "tokens"]
