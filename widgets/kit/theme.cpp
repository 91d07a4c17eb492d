// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/theme.h"

#include "widgets/kit/style.h"

#include <QApplication>
#include <cmath>
#include <memory>

namespace stratadeck {

namespace {

Theme makeLight()
{
    Theme t;
    t.dark = false;
    t.window = QColor(0xf3f4f6);
    t.base = QColor(0xffffff);
    t.alternateBase = QColor(0xf8f9fb);
    t.raised = QColor(0xfcfcfd);
    t.text = QColor(0x1b1f24);
    t.mutedText = QColor(0x566070);
    t.disabledText = QColor(0x8d96a3);
    t.accent = QColor(0x1a5fb4);
    t.selection = QColor(0xd8e6f8);
    t.border = QColor(0xd3d7de);
    t.gridLine = QColor(0xe8eaee);
    t.gapHatch = QColor(0xdfe2e8);
    t.good = QColor(0x126b2f);
    t.warning = QColor(0x8a5200);
    t.problem = QColor(0xb3201f);
    t.pressed = blended(t.accent, t.raised, 0.15);
    t.series = {QColor(0x296fb9), QColor(0xd66517), QColor(0x0b8a67), QColor(0xae4498),
                QColor(0x7a6200), QColor(0x3398cf), QColor(0x4a36a8), QColor(0x6b737d)};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = QColor(0x1c1f24);
    t.base = QColor(0x15181c);
    t.alternateBase = QColor(0x191c21);
    t.raised = QColor(0x262a31);
    t.text = QColor(0xe4e7eb);
    t.mutedText = QColor(0xa3adb9);
    t.disabledText = QColor(0x6a7380);
    t.accent = QColor(0x78b4fa);
    t.selection = QColor(0x20364f);
    t.border = QColor(0x363c45);
    t.gridLine = QColor(0x272b31);
    t.gapHatch = QColor(0x2c3138);
    t.good = QColor(0x5fca7b);
    t.warning = QColor(0xe2b04e);
    t.problem = QColor(0xff8a80);
    t.pressed = blended(t.accent, t.raised, 0.15);
    t.series = {QColor(0x5aa9f0), QColor(0xf08a4b), QColor(0x3cc79d), QColor(0xe68fd0),
                QColor(0xdcc24a), QColor(0xa5dcf7), QColor(0x8f70f0), QColor(0x98a1ab)};
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Theme &lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &themeFor(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Window)) < 0.18 ? darkTheme() : lightTheme();
}

QColor Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
        return text;
    case Tone::Muted:
        return mutedText;
    case Tone::Accent:
        return accent;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Problem:
        return problem;
    }
    return text;
}

QColor Theme::tint(Tone tone) const
{
    return blended(this->tone(tone), window, 0.08);
}

QPalette paletteOf(const Theme &theme)
{
    QPalette p;
    p.setColor(QPalette::Window, theme.window);
    p.setColor(QPalette::WindowText, theme.text);
    p.setColor(QPalette::Base, theme.base);
    p.setColor(QPalette::AlternateBase, theme.alternateBase);
    p.setColor(QPalette::Text, theme.text);
    p.setColor(QPalette::Button, theme.raised);
    p.setColor(QPalette::ButtonText, theme.text);
    p.setColor(QPalette::BrightText, theme.problem);
    p.setColor(QPalette::ToolTipBase, theme.raised);
    p.setColor(QPalette::ToolTipText, theme.text);
    p.setColor(QPalette::PlaceholderText, theme.mutedText);
    p.setColor(QPalette::Highlight, theme.selection);
    p.setColor(QPalette::HighlightedText, theme.text);
    p.setColor(QPalette::Link, theme.accent);
    p.setColor(QPalette::LinkVisited, theme.accent);
    p.setColor(QPalette::Light, theme.dark ? theme.border : QColor(Qt::white));
    p.setColor(QPalette::Midlight, theme.gridLine);
    p.setColor(QPalette::Mid, theme.border);
    p.setColor(QPalette::Dark, theme.dark ? QColor(0x0f1114) : QColor(0xa9b0ba));
    p.setColor(QPalette::Shadow, QColor(Qt::black));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, theme.disabledText);
    return p;
}

void applyTheme(QApplication &, ThemeChoice choice)
{
    if (!qobject_cast<Style *>(QApplication::style())) {
        auto style = std::make_unique<Style>();
        QApplication::setStyle(style.release()); // the application owns it
    }
    // A default palette brings the desktop's own back, which is the only way to ask for it in Qt 6.4.
    QApplication::setPalette(QPalette());
    const bool dark =
        choice == ThemeChoice::System ? themeFor(QApplication::palette()).dark : choice == ThemeChoice::Dark;
    QApplication::setPalette(paletteOf(dark ? darkTheme() : lightTheme()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor blended(const QColor &top, const QColor &bottom, double opacity)
{
    const auto mix = [opacity](int over, int under) {
        return static_cast<int>(std::lround(over * opacity + under * (1 - opacity)));
    };
    return {mix(top.red(), bottom.red()), mix(top.green(), bottom.green()), mix(top.blue(), bottom.blue())};
}

} // namespace stratadeck
