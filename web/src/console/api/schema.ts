import type { components as GatewayParts, paths as Gateway } from '../../../target/api/gateway';
import type { components as FeedbackParts, paths as Feedback } from '../../../target/api/feedback';
import type { components as KpiParts, paths as Kpi } from '../../../target/api/kpi';
import type { components as SurveyParts, paths as Survey } from '../../../target/api/survey';

/** Made by build/apiTypes.mjs from the services' documents; nothing here is written by hand. */
export type Paths = Gateway & Feedback & Kpi & Survey;
export type OfGateway = GatewayParts['schemas'];
export type OfFeedback = FeedbackParts['schemas'];
export type OfKpi = KpiParts['schemas'];
export type OfSurvey = SurveyParts['schemas'];
