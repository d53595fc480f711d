"""What is measured, and how many runs of it become one table."""

from statistics import median

# Key, what a reader is told, decimals, whether a ratio is told.
FIGURES = [
    ('start_first_ms', 'start → first change of the screen, ms', 0, True),
    ('start_complete_ms', 'start → first complete picture, ms', 0, True),
    ('start_stable_ms', 'start → picture that stays, ms', 0, True),
    ('start_cpu_s', 'processor time to start, s', 3, True),
    ('pss_start_mib', 'memory after the start (PSS), MiB', 1, True),
    ('pss_used_mib', 'memory after use (PSS), MiB', 1, True),
    ('anonymous_mib', '… of that anonymous: of no file, MiB', 1, True),
    ('idle_cpu_ms', 'ten seconds of idling: processor time, ms', 1, False),
    ('idle_wake_ups', '… wake-ups a second', 1, False),
    ('idle_frames', '… frames', 0, False),
    ('tap_first_ms', 'press → first changed pixel, ms', 1, True),
    ('tap_first_worst_ms', '… the worst of ten', 1, True),
    ('tap_last_ms', 'press → last changed pixel, ms (80 of them held down)', 0, True),
    ('tap_cpu_ms', 'processor time a tap, ms', 1, True),
    ('tap_server_cpu_ms', '… the display server besides, ms', 1, True),
    ('tap_frames', '… frames', 1, True),
    ('drag_cpu_ms', 'drag: processor time a frame, ms', 2, True),
    ('drag_server_cpu_ms', '… the display server besides, ms', 2, True),
    ('drag_fps', '… frames a second', 1, False),
    ('drag_gap_ms', '… longest gap between two, ms', 1, True),
    ('fling_cpu_ms', 'fling: processor time a frame, ms', 2, True),
    ('fling_fps', '… frames a second, the first 0.3 s', 1, False),
    ('fling_gap_ms', '… longest gap between two, the first 0.3 s, ms', 1, True),
    ('cold_complete_ms', 'cold start → first complete picture, ms', 0, True),
    ('cold_read_mib', '… read from disk, MiB', 1, True),
]
OURS = 'hub-kiosk'


def medians(runs):
    """Of runs of one program: the median of each figure, nothing where it was not measured. A worst stays the worst."""
    out = {}
    for key, *_ in FIGURES:
        values = [run[key] for run in runs if run.get(key) is not None]
        out[key] = None if not values else max(values) if key.endswith('worst_ms') else median(values)
    return out


def ratio(ours, other):
    return None if ours is None or not other else ours / other


def summary(runs_by_program):
    middle = {name: medians(runs) for name, runs in runs_by_program.items() if runs}
    ours = middle.get(OURS)
    ratios = {name: {key: ratio(ours[key], other[key]) for key, _, _, told in FIGURES if told}
              for name, other in middle.items() if ours and name != OURS}
    return {'medians': middle, 'ratios': ratios}


def cell(value, decimals):
    return '–' if value is None else f'{value:,.{decimals}f}'


def table(result):
    """In Markdown."""
    middle, ratios = result['medians'], result['ratios']
    names = list(middle)
    others = list(ratios)
    rows = [['figure', *names, *(f'{OURS} / {name}' for name in others)]]
    for key, words, decimals, _ in FIGURES:
        rows.append([words, *(cell(middle[name][key], decimals) for name in names),
                     *(cell(ratios[name].get(key), 2) if key in ratios[name] else '' for name in others)])
    lines = ['| ' + ' | '.join(row) + ' |' for row in rows]
    lines.insert(1, '|---' * len(rows[0]) + '|')
    return '\n'.join(lines)
