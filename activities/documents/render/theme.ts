/** Measures in PDF points (72 per inch) and sRGB colours. Text on white has at least 7:1 contrast, grey at least 6:1. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 85,
  right: 85,
  top: 68,
  bottom: 84,
  footerY: 785,
} as const;

export const contentWidth = page.width - page.left - page.right;

/** Running text is narrower than tables: about 70 characters to a line. */
export const measure = 400;

export const colors = {
  text: '#1a1d21',
  muted: '#4a545e',
  accent: '#12455f',
  line: '#c9d1d8',
  tint: '#eef3f6',
  /** Bars beside one another: apart in lightness too, and each at least 3:1 against white. */
  bars: ['#12455f', '#b4541a', '#6b7680', '#3f7d4e'],
} as const;

export type FontName = 'NotoSans-Regular' | 'NotoSans-Bold';

/** How a piece of text is set; `leading` is the distance from one baseline to the next. */
export interface TextStyle {
  font: FontName;
  size: number;
  leading: number;
  color: string;
}

const regular = 'NotoSans-Regular';
const bold = 'NotoSans-Bold';

export const styles = {
  body: { font: regular, size: 10.5, leading: 16, color: colors.text },
  title: { font: bold, size: 20, leading: 26, color: colors.text },
  heading2: { font: bold, size: 13, leading: 18, color: colors.accent },
  heading3: { font: bold, size: 10.5, leading: 16, color: colors.text },
  label: { font: regular, size: 9.5, leading: 15, color: colors.muted },
  value: { font: regular, size: 10.5, leading: 15, color: colors.text },
  tableHeader: { font: bold, size: 9.5, leading: 14, color: colors.text },
  tableCell: { font: regular, size: 9.5, leading: 14, color: colors.text },
  link: { font: regular, size: 10.5, leading: 16, color: colors.accent },
  municipality: { font: bold, size: 15, leading: 20, color: colors.accent },
  office: { font: regular, size: 9.5, leading: 14, color: colors.text },
  referenceLabel: { font: regular, size: 8.5, leading: 14, color: colors.muted },
  chartGroup: { font: bold, size: 9.5, leading: 14, color: colors.text },
  chartLabel: { font: regular, size: 8.5, leading: 12, color: colors.text },
  small: { font: regular, size: 8.5, leading: 13, color: colors.muted },
} as const satisfies Record<string, TextStyle>;
