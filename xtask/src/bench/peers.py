"""Reads a list of files with one converter, for `cargo xtask bench intake`.

peers.py NAME LIST TEXTS PASSES: LIST has a line for each file (format, tab, path). The text of the n-th goes to TEXTS/n, and a line is printed for each
that the converter knows: its place, the CPU seconds of the cheapest pass, the peak memory in KiB, and its characters, or "-" where it was refused.
Python packages read all files in this one process and are loaded before the clock is read; programs are started once for each file.
"""

import os
import sys
import time

OFFICE = {"html", "htm", "docx", "xlsx", "pptx", "pdf", "csv", "txt", "md"}
FORMATS = {
    "pandoc": {"html": "html", "htm": "html", "md": "markdown", "docx": "docx", "odt": "odt", "rtf": "rtf", "csv": "csv"},
    "pdftotext": {"pdf": "pdf"},
    "kreuzberg": OFFICE | {"odt", "rtf", "eml"},
    "markitdown": OFFICE,
}


def kreuzberg():
    from kreuzberg import ExtractionConfig, extract_file_sync

    # No answer from an earlier pass, and no OCR: Dossier is asked for neither.
    config = ExtractionConfig(use_cache=False, disable_ocr=True)
    return lambda path: extract_file_sync(path, config=config).content


def markitdown():
    from markitdown import MarkItDown

    converter = MarkItDown(enable_plugins=False)
    return lambda path: converter.convert(path).text_content


def own_peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def forget_peak():
    try:
        with open("/proc/self/clear_refs", "w") as refs:
            refs.write("5")
    except OSError:
        pass  # it stays that of the whole run


def within(read, path, text, passes):
    cheapest, words = float("inf"), None
    for _ in range(passes):
        start = time.process_time() + sum(os.times()[2:4])
        try:
            words = read(path)
        except Exception:
            words = None
        cheapest = min(cheapest, time.process_time() + sum(os.times()[2:4]) - start)
    if words is not None:
        with open(text, "w", encoding="utf-8", errors="replace") as out:
            out.write(words)
    return cheapest, own_peak(), words is not None


def started(command, text):
    to = (os.POSIX_SPAWN_OPEN, 1, text, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    nothing = [(os.POSIX_SPAWN_OPEN, at, os.devnull, os.O_RDWR, 0) for at in (0, 2)]
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[*nothing, to])
    _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status == 0


def main(name, files, texts, passes):
    formats = FORMATS[name]
    read = {"kreuzberg": kreuzberg, "markitdown": markitdown}.get(name, lambda: None)()
    before = None
    with open(files, encoding="utf-8") as lines:
        lines = lines.read().splitlines()
    for place, line in enumerate(lines):
        kind, path = line.split("\t", 1)
        if kind not in formats:
            continue
        if kind != before:
            forget_peak()
            before = kind
        text = os.path.join(texts, str(place))
        if name == "pandoc":
            cost = started(["pandoc", "--from", formats[kind], "--to", "plain", "--wrap", "none", path], text)
        elif name == "pdftotext":
            cost = started(["pdftotext", "-enc", "UTF-8", path, "-"], text)
        else:
            cost = within(read, path, text, passes)
        seconds, peak, done = cost
        characters = "-"
        if done:
            with open(text, encoding="utf-8", errors="replace") as out:
                characters = len(out.read())
        print(place, f"{seconds:.6f}", peak, characters, sep="\t", flush=True)


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
