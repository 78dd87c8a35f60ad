import './styles/mantine.css';
import './styles/colours.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './app.tsx';
import { printInTheLight } from './styles/paper.ts';
import { registerWorker } from './worker/register.ts';

registerWorker();
const { App } = createApp();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
printInTheLight();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
