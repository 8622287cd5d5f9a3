"""Calendar files, read back by the library that others use too."""

from datetime import UTC, date, datetime, timedelta

import icalendar

from plangen.render.ics import Event, calendar_file

STAMP = date(2026, 1, 5)
LONG = "汇总本区域市场与营销队伍的情况，报营销经理并抄送营销总监；含竞品价格、客户反馈和下周安排，逗号,分号;反斜线\\"
EVENTS = (
    Event("2026/demo:routines/report/报告", date(2026, 3, 5), LONG, "华东区域\n业务员"),
    Event("2026/demo:routines/meeting/会议/2026-03-06", date(2026, 3, 6), "周会", "", (8 * 60 + 30, 9 * 60)),
    Event("2026/demo:routines/call/电话", date(2026, 3, 6), "报到", "", (16 * 60, 16 * 60)),
    Event("2026/demo:routines/night/期限", date(2026, 12, 31), "结账", "", (23 * 60, 24 * 60)),
)


def read() -> icalendar.Calendar:
    """The events, written and read again."""
    found = icalendar.Calendar.from_ical(calendar_file("业务员 2026", STAMP, EVENTS, "zh"))
    assert isinstance(found, icalendar.Calendar)
    return found


def test_events_are_read_back() -> None:
    """Names, whole texts, whole days and times eight hours ahead of Greenwich."""
    calendar = read()
    assert calendar.calendar_name == "业务员 2026"
    report, meeting, call, night = calendar.events
    assert report.uid == "2026/demo:routines/report/报告@plangen"
    assert (report.summary, report.description) == (LONG, "华东区域\n业务员")
    assert (type(report.start), report.start, report.end) == (date, date(2026, 3, 5), date(2026, 3, 6))
    assert utc(meeting.start) == datetime(2026, 3, 6, 0, 30, tzinfo=UTC)
    assert meeting.duration == timedelta(minutes=30)
    assert (call.duration, utc(call.start)) == (timedelta(0), datetime(2026, 3, 6, 8, tzinfo=UTC))
    assert utc(night.end) == datetime(2026, 12, 31, 16, tzinfo=UTC)


def utc(moment: date) -> datetime:
    """A time of the day in Greenwich."""
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def test_the_zone_is_told_once_where_it_is_needed() -> None:
    """Eight hours, no summer time; a file of whole days has none."""
    (zone,) = read().timezones
    (standard,) = zone.standard
    assert zone.tz_name == "Asia/Shanghai"
    assert (timedelta(hours=8), timedelta(hours=8)) == (standard.TZOFFSETFROM, standard.TZOFFSETTO)
    assert zone.daylight == []
    assert b"VTIMEZONE" not in calendar_file("甲", STAMP, EVENTS[:1], "zh")
    assert calendar_file("甲", STAMP, EVENTS, "zh").count(b"TZID=Asia/Shanghai:") == 5


def test_lines_are_short_and_end_as_they_must() -> None:
    """At most 75 octets, CR LF, no sign cut in two: what calendars on phones insist on."""
    text = calendar_file("业务员 2026", STAMP, EVENTS, "zh")
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")


def test_the_same_events_are_the_same_bytes() -> None:
    """The stamp is the day of the content, not of the build."""
    first, again = (calendar_file("甲", STAMP, EVENTS, "zh") for _ in range(2))
    assert first == again
    assert first.count(b"DTSTAMP:20260105T000000Z") == len(EVENTS)
