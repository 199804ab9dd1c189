/** What the demo can draw, each in any colour, on a canvas of 900 by 675. */
const shapes = {
  phone: (c: string) => `
    <rect x="330" y="90" width="240" height="490" rx="38" fill="${c}"/>
    <rect x="330" y="90" width="240" height="490" rx="38" fill="url(#sheen)"/>
    <rect x="352" y="114" width="104" height="132" rx="28" fill="#00000038"/>
    <circle cx="386" cy="150" r="23" fill="#14171c"/><circle cx="386" cy="150" r="10" fill="#3e5a80"/>
    <circle cx="386" cy="209" r="23" fill="#14171c"/><circle cx="386" cy="209" r="10" fill="#3e5a80"/>
    <circle cx="431" cy="180" r="9" fill="#fff6d8"/>
    <rect x="420" y="536" width="60" height="8" rx="4" fill="#ffffff55"/>`,
  'cracked phone': () => `
    <rect x="330" y="90" width="240" height="490" rx="38" fill="#1b1e23"/>
    <rect x="342" y="104" width="216" height="462" rx="28" fill="#31435c"/>
    <g stroke="#e8eef5" stroke-width="3" fill="none" opacity=".85">
      <path d="M520 104 438 250 342 300M438 250 470 400 558 452M438 250 392 430 372 566M470 400 452 566M438 250 558 226M392 430 342 452"/>
      <path d="M408 232 438 250 454 214 486 240 470 290 430 292z" fill="#e8eef540"/></g>`,
  tablet: (c: string) => `
    <rect x="210" y="130" width="480" height="360" rx="30" fill="${c}"/>
    <rect x="234" y="154" width="432" height="312" rx="12" fill="#20262f"/>
    <path d="M234 400 380 270l96 88 70-58 120 108v46a12 12 0 0 1-12 12H246a12 12 0 0 1-12-12z" fill="#5d87b3"/>
    <circle cx="580" cy="226" r="32" fill="#f0c66b"/>`,
  watch: (c: string) => `
    <rect x="392" y="80" width="116" height="520" rx="46" fill="${c}" opacity=".85"/>
    <rect x="350" y="226" width="200" height="222" rx="60" fill="#14171c"/>
    <rect x="368" y="244" width="164" height="186" rx="46" fill="#273449"/>
    <path d="M400 340h24l14-36 24 70 16-34h24" stroke="#57d3a4" stroke-width="8" fill="none" stroke-linejoin="round"/>`,
  earbuds: (c: string) => `
    <rect x="290" y="290" width="320" height="250" rx="92" fill="${c}"/>
    <rect x="290" y="290" width="320" height="250" rx="92" fill="url(#sheen)"/>
    <path d="M292 392h316" stroke="#00000040" stroke-width="5"/><circle cx="450" cy="424" r="8" fill="#57d3a4"/>
    <g fill="${c}" stroke="#00000030" stroke-width="3">
      <path d="M330 120c44-22 86 8 82 54-2 30-24 44-36 48l-8 62h-34l6-78c-34-14-46-66-10-86z"/>
      <path d="M570 120c-44-22-86 8-82 54 2 30 24 44 36 48l8 62h34l-6-78c34-14 46-66 10-86z"/></g>
    <circle cx="384" cy="170" r="18" fill="#30343b"/><circle cx="516" cy="170" r="18" fill="#30343b"/>`,
  speaker: (c: string) => `
    <rect x="220" y="210" width="460" height="260" rx="120" fill="${c}"/>
    <rect x="256" y="240" width="388" height="200" rx="96" fill="#00000045"/>
    <circle cx="360" cy="340" r="70" fill="#1d2026"/><circle cx="360" cy="340" r="30" fill="#555b66"/>
    <circle cx="540" cy="340" r="70" fill="#1d2026"/><circle cx="540" cy="340" r="30" fill="#555b66"/>`,
  'power bank': (c: string) => `
    <rect x="320" y="120" width="260" height="440" rx="34" fill="${c}"/>
    <rect x="320" y="120" width="260" height="440" rx="34" fill="url(#sheen)"/>
    <rect x="380" y="142" width="58" height="18" rx="5" fill="#0d0f12"/><rect x="462" y="142" width="58" height="18" rx="9" fill="#0d0f12"/>
    <g fill="#8fe3ff"><circle cx="402" cy="500" r="7"/><circle cx="434" cy="500" r="7"/><circle cx="466" cy="500" r="7"/></g>
    <circle cx="498" cy="500" r="7" fill="#ffffff40"/><path d="M462 270 418 346h34l-14 64 52-86h-36z" fill="#ffffffb0"/>`,
  'swollen power bank': (c: string) => `
    <path d="M330 130C300 240 262 300 268 350c4 70 40 130 64 206 80 18 160 18 240 0 26-74 62-140 62-206 0-54-38-116-64-220-80-18-160-18-240 0z" fill="${c}"/>
    <path d="M330 130C300 240 262 300 268 350c4 70 40 130 64 206 80 18 160 18 240 0 26-74 62-140 62-206 0-54-38-116-64-220-80-18-160-18-240 0z" fill="url(#sheen)"/>
    <ellipse cx="450" cy="346" rx="120" ry="150" fill="#ffffff1f"/>
    <path d="M566 150c30 90 66 150 62 206" stroke="#111" stroke-width="10" fill="none"/>
    <path d="M450 226 342 410h216z" fill="#f4c430" stroke="#1b1b1b" stroke-width="10" stroke-linejoin="round"/>
    <path d="M450 290v62" stroke="#1b1b1b" stroke-width="16" stroke-linecap="round"/><circle cx="450" cy="382" r="9" fill="#1b1b1b"/>`,
  drone: (c: string) => `
    <g stroke="#4a4f57" stroke-width="20" stroke-linecap="round"><path d="M450 330 250 200M450 330 650 200M450 350 250 480M450 350 650 480"/></g>
    <g fill="#2a2e34aa"><ellipse cx="250" cy="196" rx="118" ry="22"/><ellipse cx="650" cy="196" rx="118" ry="22"/><ellipse cx="250" cy="476" rx="118" ry="22"/><ellipse cx="650" cy="476" rx="118" ry="22"/></g>
    <rect x="370" y="256" width="160" height="176" rx="56" fill="${c}"/><rect x="370" y="256" width="160" height="176" rx="56" fill="url(#sheen)"/>
    <circle cx="450" cy="444" r="38" fill="#1b1e23"/><circle cx="450" cy="444" r="17" fill="#4d7ab0"/>`,
  camera: (c: string) => `
    <rect x="260" y="190" width="380" height="310" rx="48" fill="${c}"/><rect x="260" y="190" width="380" height="310" rx="48" fill="url(#sheen)"/>
    <circle cx="530" cy="330" r="88" fill="#0f1216"/><circle cx="530" cy="330" r="54" fill="#2c4c78"/><circle cx="510" cy="310" r="16" fill="#ffffff90"/>
    <rect x="304" y="240" width="110" height="78" rx="12" fill="#7fa3c9"/><rect x="310" y="166" width="84" height="26" rx="10" fill="#b23b3b"/>`,
  charger: (c: string) => `
    <rect x="330" y="220" width="240" height="300" rx="40" fill="${c}" stroke="#c9ccd2" stroke-width="4"/>
    <g fill="#3a3e45"><rect x="388" y="430" width="48" height="20" rx="10"/><rect x="464" y="430" width="48" height="20" rx="10"/><rect x="426" y="474" width="48" height="14" rx="4"/></g>
    <g fill="#b6bac1"><rect x="390" y="130" width="24" height="92" rx="6"/><rect x="486" y="130" width="24" height="92" rx="6"/></g>`,
  pot: (c: string) => `
    <path d="M270 250h360l-26 270a40 40 0 0 1-40 36H336a40 40 0 0 1-40-36z" fill="${c}"/><path d="M270 250h360l-26 270a40 40 0 0 1-40 36H336a40 40 0 0 1-40-36z" fill="url(#sheen)"/>
    <path d="M262 250c0-100 100-140 188-140s188 40 188 140z" fill="#5b616b"/><rect x="416" y="84" width="68" height="34" rx="16" fill="#3b4047"/>
    <rect x="380" y="380" width="140" height="78" rx="14" fill="#16191d"/><path d="M404 420h26m12 0h26m12 0h22" stroke="#7fe0c0" stroke-width="10"/>`,
  kettle: (c: string) => `
    <path d="M330 180h220l50 350a30 30 0 0 1-30 34H312a30 30 0 0 1-30-34z" fill="${c}"/><path d="M330 180h220l50 350a30 30 0 0 1-30 34H312a30 30 0 0 1-30-34z" fill="url(#sheen)"/>
    <path d="M556 214c110 0 130 60 118 140-8 60-30 96-84 112" fill="none" stroke="#33373d" stroke-width="28"/><path d="M334 186l-62 40 44 60z" fill="${c}"/>
    <rect x="320" y="140" width="240" height="44" rx="20" fill="#33373d"/><rect x="278" y="548" width="326" height="32" rx="14" fill="#33373d"/>`,
  dryer: (c: string) => `
    <rect x="220" y="160" width="400" height="170" rx="85" fill="${c}"/><rect x="220" y="160" width="400" height="170" rx="85" fill="url(#sheen)"/>
    <rect x="612" y="184" width="80" height="122" rx="12" fill="#3c4046"/><circle cx="304" cy="245" r="52" fill="#00000030"/>
    <path d="M380 320h110l-34 240a24 24 0 0 1-24 20h-36a24 24 0 0 1-24-26z" fill="${c}"/><rect x="408" y="376" width="34" height="60" rx="12" fill="#00000040"/>`,
  robot: (c: string) => `
    <ellipse cx="450" cy="360" rx="250" ry="210" fill="${c}" stroke="#c3c7cd" stroke-width="6"/><circle cx="450" cy="300" r="66" fill="#2b2f36"/>
    <circle cx="450" cy="300" r="34" fill="#4d5460"/><path d="M230 430c60 90 380 90 440 0" fill="none" stroke="#8d939c" stroke-width="16"/><circle cx="450" cy="440" r="15" fill="#57b9d3"/>`,
  fan: (c: string) => `
    <circle cx="450" cy="280" r="190" fill="${c}" stroke="#9aa1a0" stroke-width="10"/>
    <g fill="#7fb0ae"><path d="M450 280c-20-120 40-160 84-150 20 70-20 120-84 150z"/><path d="M450 280c118 30 124 104 94 136-70-12-96-66-94-136z"/><path d="M450 280c-86 84-156 54-172 14 46-54 106-52 172-14z"/></g>
    <circle cx="450" cy="280" r="34" fill="#4c5554"/><path d="M430 470h40v70h90v36H340v-36h90z" fill="#9aa1a0"/>`,
  shirt: (c: string) => `
    <path d="M350 130 200 220l50 120 64-34v270h272V306l64 34 50-120-150-90c-30 44-170 44-200 0z" fill="${c}" stroke="#00000030" stroke-width="5" stroke-linejoin="round"/>
    <path d="M350 130c30 56 170 56 200 0" fill="none" stroke="#00000040" stroke-width="8"/><path d="M314 306v120M586 306v120" stroke="#0000001c" stroke-width="6"/>`,
  dress: (c: string) => `
    <path d="M390 100 374 250l40 60-130 270h332L486 310l40-60-16-150-34 60c-14 16-38 16-52 0z" fill="${c}" stroke="#00000030" stroke-width="5" stroke-linejoin="round"/>
    <path d="M414 310h72" stroke="#ffffff90" stroke-width="12"/><g fill="#ffffff80"><circle cx="400" cy="430" r="12"/><circle cx="470" cy="390" r="10"/><circle cx="500" cy="480" r="13"/><circle cx="360" cy="530" r="12"/><circle cx="440" cy="520" r="10"/></g>`,
  trousers: (c: string) => `
    <path d="M330 100h240l34 490H492L450 280l-42 310H296z" fill="${c}" stroke="#00000035" stroke-width="5" stroke-linejoin="round"/>
    <path d="M326 140h248M450 140v140M350 150c6 40 30 56 56 60M550 150c-6 40-30 56-56 60" fill="none" stroke="#ffffff70" stroke-width="5" stroke-dasharray="12 7"/>`,
  scarf: (c: string) => `
    <path d="M300 160c100-60 200-60 300 0 20 90-60 130-150 130s-170-40-150-130z" fill="${c}"/><path d="M410 270 350 590h100l40-300zM470 280l70 270h90L540 250z" fill="${c}" stroke="#00000028" stroke-width="5"/>
    <path d="M380 460l84 6M560 440l84-12" stroke="#ffffff90" stroke-width="10"/>`,
  hat: (c: string) => `
    <path d="M330 360c0-160 40-220 120-220s120 60 120 220z" fill="${c}"/><path d="M330 330c60 24 180 24 240 0l10 60c-80 24-180 24-260 0z" fill="#00000035"/>
    <path d="M324 360c-90 40-130 90-124 140 120 60 380 60 500 0 6-50-34-100-124-140-70 30-180 30-252 0z" fill="${c}" stroke="#00000028" stroke-width="5"/>`,
  shoes: (c: string) => `
    <path d="M180 420c10-80 30-140 60-180h90c40 70 110 110 200 120 80 10 150 30 160 90z" fill="${c}"/><path d="M170 420h524c10 40 6 70-14 84H196c-20-14-30-44-26-84z" fill="#f4f2ec" stroke="#cfcac0" stroke-width="4"/>
    <path d="M330 300l60-40M370 334l56-44M416 358l50-46" stroke="#fff" stroke-width="12" stroke-linecap="round"/>`,
  parcel: () => `
    <path d="M450 130 720 230v240L450 590 180 470V230z" fill="#b98a57"/><path d="M450 130 720 230 450 340 180 230z" fill="#d0a370"/><path d="M450 340v250L180 470V230z" fill="#a97a49"/>
    <path d="M314 180 586 285v90l-46-18-28 30v-72L242 206z" fill="#e3cfa6"/><path d="M214 330l150 64v78l-150-66z" fill="#f7f5ef"/><path d="M230 352l118 50M230 374l90 38M230 396l104 46" stroke="#8a8578" stroke-width="6"/>`,
} as const satisfies Record<string, (colour: string) => string>;
export type Shape = keyof typeof shapes;

/** A thing on the inspection table: SVG. */
export const drawing = (shape: Shape, colour: string): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="900" height="675" viewBox="0 0 900 675">
  <defs>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eceae5"/><stop offset=".62" stop-color="#dcd9d2"/><stop offset="1" stop-color="#c8c4bb"/></linearGradient>
    <linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".32"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient>
    <radialGradient id="shadow"><stop offset="0" stop-color="#000" stop-opacity=".34"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="900" height="675" fill="url(#table)"/>
  <ellipse cx="450" cy="584" rx="310" ry="44" fill="url(#shadow)"/>
  ${shapes[shape](colour)}
  <g transform="translate(738 566) rotate(-5)"><rect width="132" height="84" fill="#fff" stroke="#d5d2ca"/><path d="M12 16h6v36h-6zm10 0h3v36h-3zm8 0h8v36h-8zm12 0h3v36h-3zm8 0h5v36h-5zm10 0h2v36h-2zm6 0h8v36h-8zm14 0h3v36h-3zm8 0h6v36h-6zm10 0h3v36h-3zm8 0h5v36h-5z" fill="#222"/><path d="M12 64h76" stroke="#555" stroke-width="6"/></g>
</svg>`;
