"""What a form has before it: the sentence, the provision that is spoken of, the new text."""
