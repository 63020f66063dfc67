"""What happened in a statement: words that tell of events, who took part, where and when.

Enters: a parsed Doc with its place names, time expressions and context. Leaves: the clauses of each statement with their event
and its circumstances. The order of work, a file each:

    lexicon       the triggers of triggers.toml and the types of event_types.toml
    scene         the document with what is known of its names
    mentions      where a trigger stands with its conditions met
    clauses       which words of a statement tell which event
    roles         who did it to whom, where and when
    carried       places that are spoken of without their names
    plover        which PLOVER type a whole text is about
"""
