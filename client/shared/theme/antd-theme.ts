import type { ThemeConfig } from 'antd';

const ink = '#10242b';
const muted = '#5b6f77';
const sand = '#f3f6f6';
const sea = '#0b5d66';

/** The tokens of `tokens.css` in the words of the component library, so that the four faces are one product. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: sea,
    colorInfo: '#0e7c86',
    colorSuccess: '#0f7a4d',
    colorWarning: '#9a5b00',
    colorError: '#b3231f',
    colorLink: sea,
    colorText: ink,
    colorTextSecondary: muted,
    colorTextTertiary: muted,
    colorTextDescription: muted,
    colorTextPlaceholder: muted,
    colorBgLayout: sand,
    colorBorder: '#b9c8cc',
    colorBorderSecondary: '#dfe7ea',
    colorSuccessBg: '#e6f5ed',
    colorWarningBg: '#fff3dc',
    colorErrorBg: '#fdeaea',
    // The library makes these of the colour itself, far too dark to read on.
    colorInfoBg: '#e9f3f4',
    colorInfoBorder: '#b5d5d8',
    colorSuccessBorder: '#b4dcc6',
    colorWarningBorder: '#f0d39b',
    colorErrorBorder: '#eab6b4',
    borderRadius: 8,
    borderRadiusLG: 12,
    fontFamily: 'var(--sans)',
    fontFamilyCode: 'var(--mono)',
    fontSize: 14,
    controlHeightLG: 48,
    boxShadowTertiary: 'none',
  },
  components: {
    Table: { headerBg: sand, headerColor: muted, headerSplitColor: 'transparent', rowHoverBg: '#f7fafa' },
    Card: { headerFontSize: 15 },
    Descriptions: { labelColor: muted },
  },
};
