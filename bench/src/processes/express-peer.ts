import { paths } from '../contract.ts';
import { sayReady } from './child.ts';
import { listen, stockExpress } from './express-app.ts';

// Stock Express: no session, no validation.

const app = stockExpress();
app.post(paths.noOp, (request, response) => void response.json(request.body));
sayReady(await listen(app));
