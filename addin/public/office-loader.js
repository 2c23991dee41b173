// Loads Office.js in front of the pane: Microsoft's copy, our own where the CDN
// is blocked, or the sandbox's workbook. Plain ES5: it also runs where the pane cannot.
;(function () {
  function showTooOld() {
    document.getElementById('root').innerHTML = ''
    var link = document.getElementById('too-old-link')
    link.href = location.protocol + '//' + location.host + '/portal.html'
    link.innerHTML = link.href
    document.getElementById('too-old').removeAttribute('hidden')
  }

  // Office.js sets the page's history functions to null; this keeps them.
  function keep(name) {
    var own = history[name]
    Object.defineProperty(history, name, {
      configurable: true,
      get: function () {
        return own
      },
      set: function (next) {
        if (next) own = next
      },
    })
  }

  function sourcesOfOffice() {
    // The bridge to the page around, the Excel library, then what is common in Office: named together, so that they come together.
    var sandbox = '/sandbox/office-sandbox.js'
    // Opened on its own there is nothing that the library could talk to.
    if (/[?&]host=sandbox(&|$)/.test(location.search))
      return window.parent === window ? [sandbox] : [sandbox, '/office-js/excel-web-16.00.js', sandbox]
    var meta = document.querySelector('meta[name="office-js"]')
    if (meta && meta.getAttribute('content') === 'self-hosted') return ['/office-js/office.js']
    return ['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']
  }

  if (/Trident\/|MSIE |Edge\//.test(navigator.userAgent)) {
    document.addEventListener('DOMContentLoaded', showTooOld)
    return
  }
  keep('pushState')
  keep('replaceState')
  // Written by the parser's hand, so that it has run before the pane's module.
  document.write('<script src="' + sourcesOfOffice().join('"></script><script src="') + '"></script>')
})()
