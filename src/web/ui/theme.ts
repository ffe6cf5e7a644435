import { theme as antTheme, type ThemeConfig } from 'antd'

const shared = {
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontSize: 13,
  lineHeight: 20 / 13,
  fontSizeSM: 12,
  fontSizeLG: 15,
  fontSizeXL: 18,
  fontSizeHeading1: 24,
  fontSizeHeading2: 20,
  fontSizeHeading3: 16,
  fontSizeHeading4: 14,
  fontSizeHeading5: 13,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  controlHeight: 32,
  controlHeightSM: 26,
  controlHeightLG: 40,
  sizeUnit: 4,
  sizeStep: 4,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
  lineWidthFocus: 2,
}

const light = {
  colorPrimary: '#1B4B8A',
  colorInfo: '#1B4B8A',
  colorLink: '#1B4B8A',
  colorError: '#B3261E',
  colorWarning: '#8A5300',
  colorSuccess: '#1E6B45',
  colorBgLayout: '#F1F3F6',
  colorBgContainer: '#FFFFFF',
  colorBgElevated: '#FFFFFF',
  colorBorder: '#C3CAD4',
  colorBorderSecondary: '#DFE4EA',
  colorSplit: '#E8ECF0',
  colorText: '#18212C',
  colorTextSecondary: '#465261',
  colorTextTertiary: '#5C6877',
  colorTextPlaceholder: '#5C6877',
  colorTextDisabled: '#626D7B',
  colorBgContainerDisabled: '#F1F3F6',
  boxShadow: '0 6px 24px rgba(16,32,56,.12)',
}

const dark = {
  colorPrimary: '#3A78C6',
  colorInfo: '#8DB8F0',
  colorLink: '#8DB8F0',
  colorError: '#FF9C92',
  colorWarning: '#F0BF6A',
  colorSuccess: '#7FCFA1',
  colorBgLayout: '#0E141B',
  colorBgContainer: '#151D27',
  colorBgElevated: '#1C2632',
  colorBorder: '#3F4D5E',
  colorBorderSecondary: '#283442',
  colorSplit: '#232E3B',
  colorText: '#E5EAF0',
  colorTextSecondary: '#B4BFCC',
  colorTextTertiary: '#95A2B1',
  colorTextPlaceholder: '#95A2B1',
  colorTextDisabled: '#8492A2',
  colorBgContainerDisabled: '#1B2531',
}

const field = (isDark: boolean) => ({ colorBorder: isDark ? '#66758A' : '#87919F' })

/**
 * The Ant Design theme of the product, light or dark; the same colours as tokens.css. `isCalm`: nothing moves; taken from the style sheet
 * alone, what waits for the end of a motion (a list that opens) would stay unseen.
 */
export const themeConfig = (isDark: boolean, isCalm: boolean): ThemeConfig => ({
  algorithm: isDark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
  token: { ...shared, ...(isDark ? dark : light), motion: !isCalm },
  components: {
    Input: field(isDark),
    Select: field(isDark),
    Checkbox: field(isDark),
    DatePicker: field(isDark),
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', paddingInline: 12, paddingInlineSM: 8 },
    Menu: { itemHeight: 32, itemMarginBlock: 1, itemMarginInline: 8, itemBorderRadius: 6, iconSize: 15, activeBarBorderWidth: 0 },
    Table: { cellPaddingBlockSM: 7, cellPaddingInlineSM: 10, headerBorderRadius: 0, cellFontSizeSM: 13 },
    Tooltip: { fontSize: 12 },
  },
})
