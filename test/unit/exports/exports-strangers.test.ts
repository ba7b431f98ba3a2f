import { handler } from '../../../functions/privacy/api.ts';
import { dataExportRoutes } from '../../../shared/exports/data-export-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: dataExportRoutes });
