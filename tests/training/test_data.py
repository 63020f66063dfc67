"""Reading the training sets, on a few synthetic lines in their formats."""

import gzip
import json
from pathlib import Path

from training.data import UNKNOWN, flatten, read_bio, read_polnear, read_treebank

TREES = """# newdoc id = GUM_news_synthetic
# sent_id = 1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tthank\tthank\tVERB\tVB\t_\t0\troot\t_\t_
4\tMayor\tMayor\tPROPN\tNNP\t_\t3\tobj\t_\tEntity=(1-person-new-nnnnn
5\tOsk\tOsk\tPROPN\tNNP\t_\t4\tflat\t_\tEntity=1)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tQarvel\tQarvel\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(2-place-new-nnnnn)
2\tsleeps\tsleep\tVERB\tVBZ\t_\t0\troot\t_\t_

# newdoc id = GUM_fiction_synthetic
# sent_id = 3
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_

"""


def packed(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_treebank_heads_point_into_the_document(tmp_path: Path) -> None:
    (document,) = read_treebank(packed(tmp_path, "t.gz", TREES), leave_out=("fiction",), names=True)
    assert document.words == ["Do", "n't", "thank", "Mayor", "Osk", ".", "Qarvel", "sleeps"]
    assert document.gaps == [2, 0, 1, 1, 1, 0, 1, 1]
    assert document.heads == [2, 2, -1, 2, 3, 2, 7, -1]
    assert document.starts == [1, 0, 0, 0, 0, 0, 1, 0]


def test_titles_are_no_part_of_a_name_and_cost_nothing(tmp_path: Path) -> None:
    (document,) = read_treebank(packed(tmp_path, "t.gz", TREES), leave_out=("fiction",), names=True)
    assert document.names == ["O", "O", "O", UNKNOWN, "B-PER", "O", "B-LOC", "O"]


def test_user_names_of_tweets_are_left_out(tmp_path: Path) -> None:
    path = packed(tmp_path, "b.gz", "@\tB-PER\nsynthetic_user\tB-PER\nOsk\tI-PER\nleft\tO\n.\tO\n\n")
    (tweet,) = read_bio(path)
    assert tweet.words == ["Osk", "left", "."]
    assert tweet.names == ["B-PER", "O", "O"]


def test_attributions_become_words_however_deep_their_spans_are_nested(tmp_path: Path) -> None:
    text = "Osk said it burned."
    entry = {"id": "s", "text": text, "attributions": [{"source": [[[0, 3]]], "cue": [[4, 8]], "content": [[[9, 18]]]}]}
    (article,) = read_polnear(packed(tmp_path, "p.gz", json.dumps(entry) + "\n"))
    assert article.attributions == [{"source": [0], "cue": [1], "content": [2, 3]}]
    assert flatten([[[0, 3], [5, 6]], [[8, 9]]]) == [(0, 3), (5, 6), (8, 9)]
