import { answer, api, type OfFeedback } from '../../api';

export type Recipient = OfFeedback['RecipientView'];
export type Audience = OfFeedback['Audience'];
export type Channel = OfFeedback['Channel'];

export const AUDIENCES: Audience[] = ['LIAISON', 'OFFICE', 'LEADER'];
export const CHANNELS: Channel[] = ['EMAIL', 'SMS'];

export function readRecipients(query: { audience?: Audience; department?: string; cursor?: string; limit: number }) {
    return answer(api.GET('/api/feedback/v1/recipients', { params: { query } }));
}
