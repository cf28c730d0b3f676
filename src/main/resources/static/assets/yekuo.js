/* Small improvements; every page works without them. */
(function () {
  "use strict";

  /* "/" goes to the search field, as long as nobody is typing. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      var search = document.querySelector("input[type=search]");
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  /* Faults are read first. */
  var faults = document.getElementById("faults");
  if (faults) { faults.focus(); }

  /* What was handed in is kept no longer. */
  if (document.querySelector(".done") && sessionStorage.getItem("draft-sent")) {
    sessionStorage.removeItem(sessionStorage.getItem("draft-sent"));
    sessionStorage.removeItem("draft-sent");
  }

  /* What is typed is kept on this device until it is handed in; it comes back when the session ended in between. */
  document.querySelectorAll("form[data-draft]").forEach(function (form) {
    var key = "draft:" + location.pathname + location.search;
    var secret = /idNumber|phone|password/i;
    function named() { return Array.from(form.elements).filter(function (e) { return e.name && e.name[0] !== "_" && e.type !== "file" && e.type !== "hidden" && !secret.test(e.name); }); }
    function save() {
      var kept = named().map(function (e) { return [e.name, /checkbox|radio/.test(e.type) ? e.value : null, /checkbox|radio/.test(e.type) ? e.checked : e.value]; });
      try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch (full) { /* nothing is kept then */ }
    }
    var before = sessionStorage.getItem(key);
    if (before && !faults && form.method === "post") {
      JSON.parse(before).forEach(function (item) {
        named().filter(function (e) { return e.name === item[0] && (item[1] === null || e.value === item[1]); }).forEach(function (e) {
          if (item[1] === null) { e.value = item[2]; } else { e.checked = item[2]; }
        });
      });
    }
    form.addEventListener("input", save);
    form.addEventListener("submit", function (event) {
      if (!(event.submitter && event.submitter.name)) { sessionStorage.setItem("draft-sent", key); }
    });
  });

  /* What does not concern her is not asked: a question waits for the answer it hangs on, unless something stands in it already. */
  function concern(form) {
    form.querySelectorAll("[data-when]").forEach(function (field) {
      var fits = field.dataset.when.split(" ").some(function (one) {
        var said = /^(.*?)(!?=)(.*)$/.exec(one);
        var answer = Array.from(form.elements).find(function (e) { return e.name === said[1] && (!/radio|checkbox/.test(e.type) || e.checked); });
        return answer && answer.value !== "" && (said[3].split("|").indexOf(answer.value) >= 0) === (said[2] === "=");
      });
      var filled = Array.from(field.querySelectorAll("input, select, textarea")).some(function (e) { return e.type !== "hidden" && (/radio|checkbox/.test(e.type) ? e.checked : e.value !== ""); });
      field.hidden = !fits && !filled && !field.querySelector(".fault");
    });
  }
  document.querySelectorAll("form").forEach(function (form) {
    if (!form.querySelector("[data-when]")) { return; }
    concern(form);
    form.addEventListener("change", function () { concern(form); });
  });

  /* A second press of the button sends nothing twice. */
  document.querySelectorAll("form[method=post]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "yes";
      setTimeout(function () { delete form.dataset.sent; }, 4000);
    });
  });

})();

/* A list in which something is ticked is not refreshed under one's hands. */
document.addEventListener("htmx:beforeRequest", function (event) {
  if (event.target.id === "list" && event.target.querySelector("input:checked")) { event.preventDefault(); }
});

document.querySelectorAll("[data-print]").forEach(function (button) { button.addEventListener("click", function () { window.print(); }); });

/* 登录会话: two minutes before an untouched browser is signed out its user is asked. Forms save what is typed on "yekuo:ending". */
(function () {
  "use strict";
  var dialog = document.getElementById("ending");
  if (!dialog) { return; }
  var idle = Number(dialog.dataset.idle) * 1000;
  var KEY = "yekuo-used";
  function used() { try { localStorage.setItem(KEY, String(Date.now())); } catch (none) { dialog.dataset.used = String(Date.now()); } }
  function since() { return Date.now() - Number(localStorage.getItem(KEY) || dialog.dataset.used || Date.now()); }
  used();
  /* A list that refreshes itself is nobody at work; everything else a person asks for is. */
  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.triggeringEvent) { used(); } else { event.detail.headers["X-Yekuo-Refresh"] = "yes"; }
  });
  dialog.querySelector("button").addEventListener("click", function () {
    fetch("/work/session", { redirect: "manual" }).then(function (answer) {
      if (answer.status === 204) { used(); dialog.close(); } else { location.reload(); }
    });
  });
  setInterval(function () {
    var left = idle - since();
    if (left <= 0) {
      /* The program decides: asked without being touched, it says whether the session has ended. */
      fetch("/work/session", { redirect: "manual", headers: { "X-Yekuo-Refresh": "yes" } }).then(function (answer) { if (answer.status !== 204) { location.reload(); } });
      return;
    }
    if (left <= Math.min(120000, idle / 2) && !dialog.open) {
      document.dispatchEvent(new CustomEvent("yekuo:ending", { detail: { secondsLeft: Math.round(left / 1000) } }));
      dialog.showModal();
    } else if (left > 120000 && dialog.open) { dialog.close(); }
  }, 5000);
})();
