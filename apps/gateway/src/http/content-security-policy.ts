/**
 * What a page of ours may do: run and show what comes from here, play and show media from anywhere, and nothing else. No inline script, no inline
 * style, no frame, no foreign form. What breaks it is reported to `POST /csp-report`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "media-src 'self' https: http:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  'report-uri /csp-report',
].join('; ')
