// The texts come in as data, never as markup: whatever somebody is called, nothing of it is executed.
export const reportTemplate = String.raw`
#let r = json(bytes(sys.inputs.report))
#set document(title: r.title, author: r.organiser)
#set text(lang: "en", size: 9pt, font: ("Libertinus Serif", "New Computer Modern"))
#set page(paper: "a4", margin: 18mm, numbering: "1 / 1", header: if r.drill != "" [
  #align(center, text(weight: "bold", upper(r.drill)))
])
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 12pt)
#set table(stroke: 0.4pt + luma(140), inset: 4pt)

= #r.title

#table(columns: (auto, 1fr), ..r.facts.map(fact => (strong(fact.at(0)), [#fact.at(1)])).flatten())

== Not accounted for at the end (#r.unaccounted.len())
#if r.unaccounted.len() == 0 [Everybody was accounted for.] else {
  list(..r.unaccounted.map(line => [#line]))
}

== Everybody on the list (#r.entries.len())
#table(
  columns: (2fr, auto, auto, auto, 1.4fr, auto),
  table.header([*Name*], [*Signed in*], [*State*], [*At*], [*By*], [*Point*]),
  ..r.entries.flatten().map(text => [#text]),
)

== What happened
#table(
  columns: (auto, 1.4fr, 3fr),
  table.header([*Time*], [*Who*], [*What*]),
  ..r.timeline.flatten().map(text => [#text]),
)

#v(8mm)
Written #r.written. Times are those of #r.zone.
`;
