import type { Permission } from '../../../../client/src/index.ts';

const deals = ['owner', 'team', 'source', 'campaign', 'company', 'industry', 'product', 'custom'] as const;

/** The reports in their order: who may see each, and what it is split by (the first is how it is shown at first). */
const reports = {
  sales: { needs: 'deals:read', splits: [...deals, 'reason'], ofPipeline: true, isCompared: true },
  funnel: { needs: 'deals:read', splits: deals, ofPipeline: true },
  forecast: { needs: 'deals:read', splits: deals, ofPipeline: true, isNow: true },
  performance: { needs: 'deals:read', splits: ['owner', 'team'], ofPipeline: true, isCompared: true },
  sources: { needs: 'deals:read', splits: ['source', 'campaign'], ofPipeline: true, isCompared: true },
  leads: {
    needs: 'contacts:read',
    splits: ['source', 'campaign', 'owner', 'team', 'custom'],
    isCompared: true,
  },
  orders: {
    needs: 'orders:read',
    splits: ['category', 'product', 'company', 'owner', 'team'],
    isCompared: true,
  },
  seasons: { needs: 'orders:read', splits: ['category', 'product'], hasOwnMonths: true },
  customers: { needs: 'contacts:read', splits: ['source', 'owner', 'team'], isCompared: true },
  cohorts: { needs: 'contacts:read', splits: [] },
  activities: { needs: 'activities:read', splits: ['owner', 'team'] },
  responses: { needs: 'activities:read', splits: ['source', 'campaign', 'owner', 'team', 'custom'] },
  use: { needs: 'workspaces:read', splits: [] },
  quality: { needs: 'contacts:read', splits: ['source', 'campaign', 'owner', 'team', 'custom'] },
} as const satisfies Record<string, Report>;

type Report = {
  needs: Permission;
  splits: readonly Dimension[];
  /** It is about one pipeline's deals. */
  ofPipeline?: true;
  /** It is of the present, not of a period. */
  isNow?: true;
  /** A year tells it too little, and its last month is not over: by itself it takes other months. */
  hasOwnMonths?: true;
  /** Its figures stand beside those of the period before. */
  isCompared?: true;
};
export type Dimension =
  | 'owner'
  | 'team'
  | 'source'
  | 'campaign'
  | 'company'
  | 'industry'
  | 'product'
  | 'category'
  | 'reason'
  | 'custom';
export type ReportId = keyof typeof reports;
export const reportIds = Object.keys(reports) as ReportId[];
export const reportOf = (id: ReportId): Report => reports[id];

/** What a report is split by: what was asked for, where it can be, else what it is by itself. */
export const splitOf = (id: ReportId, asked: string | undefined): Dimension | undefined => {
  const { splits } = reportOf(id);
  return splits.find((name) => name === asked) ?? splits[0];
};
