import type { settings } from '../../en/settings.ts';

export const secret: (typeof settings)['secret'] = {
  once: 'Es wird dieses eine Mal gezeigt und nirgends aufbewahrt. Kopieren Sie es jetzt dorthin, wo es gebraucht wird.',
  lost: 'Es ist gemacht, aber die Antwort ging unterwegs verloren, und es ist nicht noch einmal zu zeigen. Beenden Sie es und machen Sie ein anderes.',
  kept: 'Ich habe es verwahrt',
};
