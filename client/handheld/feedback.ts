export type Tone = 'neutral' | 'success' | 'warning' | 'error';

interface Beep {
  readonly hertz: number;
  readonly at: number;
  readonly seconds: number;
  readonly shape: OscillatorType;
}
const sounds: Readonly<Record<Tone, readonly Beep[]>> = {
  // Nothing was done: something is asked.
  neutral: [
    { hertz: 880, at: 0, seconds: 0.05, shape: 'sine' },
    { hertz: 880, at: 0.09, seconds: 0.05, shape: 'sine' },
  ],
  success: [{ hertz: 1320, at: 0, seconds: 0.09, shape: 'sine' }],
  warning: [
    { hertz: 740, at: 0, seconds: 0.12, shape: 'triangle' },
    { hertz: 740, at: 0.2, seconds: 0.12, shape: 'triangle' },
  ],
  error: [
    { hertz: 220, at: 0, seconds: 0.28, shape: 'square' },
    { hertz: 165, at: 0.34, seconds: 0.4, shape: 'square' },
  ],
};
const vibrations: Readonly<Record<Tone, number[]>> = {
  neutral: [30, 40, 30],
  success: [40],
  warning: [90, 60, 90],
  error: [350, 120, 350],
};

let speaker: AudioContext | undefined;
function wake() {
  speaker ??= new AudioContext();
  if (speaker.state === 'suspended') void speaker.resume();
}
// A browser lets a page sound only after a touch or a key: the first scan is one.
for (const gesture of ['pointerdown', 'keydown'] as const) document.addEventListener(gesture, wake, true);

/** Says with sound and vibration how it went; the eyes may be on the goods. */
export function play(tone: Tone) {
  navigator.vibrate?.(vibrations[tone]);
  if (speaker?.state !== 'running') return;
  for (const beep of sounds[tone]) sound(speaker, beep);
}

function sound(audio: AudioContext, { hertz, at, seconds, shape }: Beep) {
  const start = audio.currentTime + at;
  const oscillator = new OscillatorNode(audio, { type: shape, frequency: hertz });
  const volume = new GainNode(audio, { gain: 0 });
  oscillator.connect(volume).connect(audio.destination);
  // Without a slope at both ends a tone begins and ends with a click.
  volume.gain.linearRampToValueAtTime(0.35, start + 0.01);
  volume.gain.setValueAtTime(0.35, start + seconds - 0.02);
  volume.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
