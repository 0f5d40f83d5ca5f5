import { useT } from '#app/i18n/index.tsx';

/** Seven short strokes that join into one: 七 → 一. */
export function LogoMark() {
  return (
    <svg className="logo-mark" viewBox="0 0 56 40" width="44" height="31" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <path
          strokeWidth="2.6"
          d="M4 3.500C15 3.500 18 20 29 20M3 9C14 9 18 20 29 20M2.500 14.500C13 14.500 18 20 29 20M2 20H29M2.500 25.500C13 25.500 18 20 29 20M3 31C14 31 18 20 29 20M4 36.500C15 36.500 18 20 29 20"
        />
        <path strokeWidth="5.500" d="M29 20H52" />
      </g>
    </svg>
  );
}

export function Logo() {
  const t = useT();
  return (
    <span className="logo">
      <LogoMark />
      <span lang="zh-CN">{t('shell.brand')}</span>
    </span>
  );
}
