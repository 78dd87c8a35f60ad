import { httpLoad } from '../load/http-load.ts';
import { obey } from './child.ts';

obey(httpLoad);
