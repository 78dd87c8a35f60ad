import { detail } from './detail.ts';
import { type Html, markup } from './html.ts';
import { icon } from './icons.ts';
import { list } from './list.ts';
import { clock, faults, tabs } from './panels.ts';
import type { PageQuery, View } from './view.ts';

/** The whole page. What has a `data-live` name is replaced in the browser when something arrives. */
export function page(view: View): Html {
  const isReading = view.query.m !== undefined && view.shown?.id === view.query.m;
  return markup`<!doctype html>
<html lang="en">
${head}
<body class="${isReading ? 'is-reading' : 'is-listing'}">
<header class="top">
  <div class="brand"><img src="/assets/inbox.svg" alt="" width="36" height="36">
    <div><h1>Guildhall inbox</h1><p>What the platform sent. Nothing here left this machine.</p></div></div>
  <div data-live="clock">${clock(view)}</div>
</header>
<div data-live="faults">${faults(view)}</div>
<div class="tools">
  <nav aria-label="Channels" data-live="tabs">${tabs(view)}</nav>
  ${searchForm(view.query)}
  <button type="button" class="quiet" data-empty>Empty</button>
</div>
<main>
  <section class="list" aria-label="Messages" data-live="list">${list(view)}</section>
  <section class="detail" aria-label="Message" data-live="detail">${detail(view)}</section>
</main>
<p class="hidden" role="status" data-say></p>
</body>
</html>`;
}

const head = markup`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Guildhall inbox</title>
<link rel="icon" href="/assets/inbox.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/inbox.css">
<script src="/assets/inbox.js" type="module"></script>
</head>`;

function searchForm({ channel, q = '' }: PageQuery): Html {
  return markup`<form role="search" action="/">
    ${channel && markup`<input type="hidden" name="channel" value="${channel}">`}
    <label>${icon('search')}<span class="hidden">Search messages</span>
    <input type="search" name="q" value="${q}" placeholder="Search" autocomplete="off" maxlength="200"></label></form>`;
}
