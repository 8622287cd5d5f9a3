"""White space in finished pages: what templates leave goes, what a text needs stays."""

from plangen.site import compact


def test_empty_lines_and_indents_go() -> None:
    """Words keep a space between them, wherever the line broke."""
    assert compact("<ul>\n\n\n      <li>甲\n   乙</li>\n  \n</ul>\n") == "<ul>\n<li>甲\n乙</li>\n</ul>\n"


def test_code_and_scripts_stay_as_they_are() -> None:
    """Code is read with its indents; the policy names scripts by a hash of their text."""
    for kept in (
        "<pre><code>a:\n\n    b: 1\n</code></pre>",
        "<script>\n  let a;\n\n  a = 1\n</script>",
        "<PRE>\n  x</PRE>",
    ):
        assert compact(f"<p>\n\n</p>{kept}<p>\n\n</p>") == f"<p>\n</p>{kept}<p>\n</p>"


def test_what_nobody_sees_goes() -> None:
    """Namespaces of drawings, the generator's name, the script of tabs where there are none; settings are short."""
    script = '<script>var target=document.getElementById(x);target.name.startsWith("__tabbed_")</script>'
    settings = '<script id="__config" type="application/json">{"a": "\\u5e74 <\\/a>", "b": [1]}</script>'
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
    page = compact(f'<p>甲</p>\n<meta name="generator" content="x">\n{drawing}\n{script}\n{settings}')
    assert page == (
        '<p>甲</p>\n<svg viewBox="0 0 1 1"></svg>\n'
        '<script id="__config" type="application/json">{"a":"年 <\\/a>","b":[1]}</script>'
    )
    tabs = f'<input id="__tabbed_1_1">\n{script}'
    assert compact(tabs) == tabs
