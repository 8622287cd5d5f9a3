"""What building and previewing tell the user, in each language."""

import re
from pathlib import Path

from plangen.values import Language, named
from plangen.values import say as say_pair

_WORDS = {
    "reading": ("读取手册 …", "reading the handbook …"),
    "year": ("生成 {year} 年：{pages} 页 …", "writing {year}: {pages} pages …"),
    "carried": ("沿用 {year} 年：没有变化", "keeping {year}: nothing changed"),
    "kept": ("沿用 {year} 年：没有要求重建", "keeping {year}: not asked for"),
    "sealed": ("取出 {year} 年：已封存，不重建", "taking {year} out of its archive: it is sealed, never built again"),
    "none_sealed": ("还没有封存的年度", "no year is sealed"),
    "verified": ("封存的年度没有变化：{years}", "the sealed years are unchanged: {years}"),
    "follows": (
        "{year} 年已封存，它的数随之不同：也要订正（plangen verify 列出）",
        "{year} is sealed, and figures of it follow: amend it too (plangen verify lists them)",
    ),
    "brought": ("已换回上一个版本：{years}（{pages} 页）", "brought back the release before: {years} ({pages} pages)"),
    "no_release": ("没有上一个版本可以换回", "there is no release before this one to bring back"),
    "touched": (
        "上一个版本被改动过，没有换回：{folder}",
        "the release before was changed by somebody and was not brought back: {folder}",
    ),
    "verifying": ("检查链接、占位符和搜索 …", "checking links, placeholders and search …"),
    "same": ("没有变化，站点保持原样：{site}", "nothing changed, the site stays as it is: {site}"),
    "done": ("站点已发布：{site}（{pages} 页，{seconds} 秒）", "site published: {site} ({pages} pages, {seconds} s)"),
    "open": (
        "打开它：python3 -m http.server -d {site} 8000，然后访问 http://localhost:8000/",
        "to open it: python3 -m http.server -d {site} 8000, then http://localhost:8000/",
    ),
    "open_file": ("打开它：{site}/index.html", "to open it: {site}/index.html"),
    "archived": ("压缩包：{path}", "archive: {path}"),
    "warnings": ("另有 {count} 条警告（见上）", "with {count} warnings (see above)"),
    "same_warnings": (
        "这个站点发布时有 {count} 条警告，运行 plangen check 查看",
        "this site was published with {count} warnings, see plangen check",
    ),
    "refused": ("没有发布，原来的站点没有改动", "not published, the site before is unchanged"),
    "strict": ("没有发布：--strict 不接受警告", "not published: --strict takes no warnings"),
    "no_year": ("手册里没有 {year} 年；有：{years}", "the handbook has no year {year}; it has: {years}"),
    "no_language": (
        "手册没有 {tag} 这个语言；有：{languages}",
        "the handbook is not published in {tag}; it has: {languages}",
    ),
    "sealed_without": ("{year} 年封存时没有 {tag} 这个语言的页面", "{year} was sealed without pages in {tag}"),
    "nothing": ("手册里还没有计划年度", "the handbook has no plan year yet"),
    "fault": (
        "程序内部错误：{what}。请把这一行报告给维护者；设 PLANGEN_DEBUG=1 再运行可看到详情",
        "internal fault: {what}. Please report this line; run again with PLANGEN_DEBUG=1 for the details",
    ),
    "printing": ("打印 {name} …", "printing {name} …"),
    "printed": ("{path}（{pages} 页）", "{path} ({pages} pages)"),
    "revision": ("修订 {name}", "revision {name}"),
    "no_browser": (
        "没有找到能打印的浏览器。找过：{places}。装一个 Chromium、Chrome 或 Edge，或用环境变量 {variable} 指出它在哪里",
        "found no browser to print with; looked for {places}. Install Chromium, Chrome or Edge; {variable} can name it",
    ),
    "no_place": ("不能写到 {path}：{reason}", "cannot write into {path}: {reason}"),
    "not_printed": ("{browser} 没有打印出来：{reason}", "{browser} did not print: {reason}"),
    "not_built": ("页面没有生成，没有打印", "the pages were not built, nothing was printed"),
    "no_plan": ("{year} 年没有计划“{plan}”；有：{plans}", "{year} has no plan “{plan}”; there is: {plans}"),
    "no_document": (
        "{year} 年封存时还没有整本文档，没有可打印的",
        "{year} was sealed before plans were bound to one document: there is nothing to print",
    ),
    "serving": ("预览：{url}（Ctrl+C 结束）", "preview: {url} (Ctrl+C ends it)"),
    "rebuilt": ("已更新（{seconds} 秒）", "updated ({seconds} s)"),
    "broken": ("内容有误，页面保持上一次的样子：", "the content has errors, the pages stay as they were:"),
    "listen": ("不能在 {host} 的端口 {port} 上预览：{reason}", "no preview at {host}, port {port}: {reason}"),
    "errors": ("{count} 个错误", "{count} error(s)"),
    "warned": ("{count} 个警告", "{count} warning(s)"),
    "waived": ("{count} 项豁免", "{count} waived"),
    "bar": (
        "页面是最后一次能算通的结果（{time}），改好文件后自动刷新。",
        "The pages are from the last good build ({time}). They load again when the files are right.",
    ),
    "preview": ("预览·未发布", "Preview · not published"),
    "below": ("由它引起的还有 {count} 处", "{count} more that follow from it"),
    "building": (
        "正在生成页面，好了自动显示。",
        "The pages are being built; they show when they are ready.",
    ),
    "waiting": ("还没有可以显示的页面：先改正下面的问题。", "No pages to show yet: correct the problems below first."),
}


def say(language: str, key: str, **args: object) -> str:
    """One sentence."""
    return say_pair(_WORDS[key], language, **args)


def spoken_language(handbook: Path) -> Language:
    """The language that `handbook.yml` names, looked up without reading it as YAML: it may be broken. Else Chinese."""
    try:
        found = re.search(rb"^language:\s*[\"']?([A-Za-z-]+)", handbook.read_bytes()[:100_000], re.MULTILINE)
    except OSError:
        return "zh-Hans"
    return named(found.group(1).decode()) if found else "zh-Hans"
