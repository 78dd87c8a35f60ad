import './styles/mantine.css';
import './styles/colours.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { learnSupport } from './api/support.ts';
import { createApp } from './app.tsx';
import { showSize } from './shell/size.ts';
import { printInTheLight } from './styles/paper.ts';
import { registerWorker } from './worker/register.ts';

registerWorker();
showSize();
void learnSupport();
const { App } = createApp();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
printInTheLight();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
