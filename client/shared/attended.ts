const touches = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;
/** For so long after a touch, what a screen asks is still asked by a person. */
const ATTENDED_MS = 60_000;

let touchedAt = Date.now();
const touched = () => {
  touchedAt = Date.now();
};
for (const name of touches) window.addEventListener(name, touched, { capture: true, passive: true });

/** Whether a person is at this screen. What it asks by itself must not keep a session that nobody uses. */
export const isAttended = () => Date.now() - touchedAt < ATTENDED_MS;
