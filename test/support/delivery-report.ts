/** A report on a delivery as relays write it (RFC 3464), sent to a return path. */
export function deliveryReport(path: string, action: string, status: string): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
    `To: <${path}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    'Final-Recipient: rfc822; somebody@mimp.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '--part--',
    '',
  ].join('\r\n');
}
