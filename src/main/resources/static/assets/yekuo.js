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

  /* What is typed is kept until it is handed in: on the server as one types, and on this device in case the server is not there. It comes back on any
     machine, and when the session ended in between. */
  var ours = document.querySelector("input[name=_csrf]");
  /* A counter's machine has many clerks: a draft lies under the number of her who typed it, for ninety days at most, and goes when she signs out. A kiosk
     has many customers: theirs goes with the window. */
  var staff = document.body.dataset.staff || "", KEPT = 90 * 24 * 3600 * 1000;
  function shelf() { return staff ? localStorage : sessionStorage; }
  var here = { get: function (k) { try { return JSON.parse(shelf().getItem(k)).content || null; } catch (none) { return null; } },
    put: function (k, v) { try { shelf().setItem(k, JSON.stringify({ at: Date.now(), content: v })); } catch (full) { /* nothing is kept then */ } },
    drop: function (k) { try { shelf().removeItem(k); } catch (none) { /* nothing was kept */ } },
    sweep: function (all) {
      try {
        Object.keys(localStorage).filter(function (k) { return k.indexOf("draft:") === 0; }).forEach(function (k) {
          var at = 0;
          try { at = JSON.parse(localStorage.getItem(k)).at || 0; } catch (broken) { /* it goes */ }
          if (all || Date.now() - at > KEPT) { localStorage.removeItem(k); }
        });
      } catch (none) { /* nothing was kept */ }
    } };
  here.sweep(false);
  document.addEventListener("submit", function (event) { if (/\/sign-out$/.test(event.target.getAttribute("action") || "")) { here.sweep(true); here.put = function () { /* she is gone */ }; } });
  if (document.querySelector(".done") && sessionStorage.getItem("draft-sent")) {
    here.drop(sessionStorage.getItem("draft-sent"));
    sessionStorage.removeItem("draft-sent");
  }

  document.querySelectorAll("form[data-draft][method=post]").forEach(function (form) {
    var open = form.dataset.drafts || "/work/drafts";
    var secret = /idNumber|phone|password/i;
    var fixed = /^(round|phase|of)$/;
    function said(name) { var e = form.querySelector("input[type=hidden][name=" + name + "]"); return e ? e.value : ""; }
    var name = new URL(form.action).pathname + "#" + [said("of"), said("phase"), said("round")].join(".").replace(/[^\w.-]/g, "-");
    var key = "draft:" + staff + ":" + name;
    var waiting = null, sent = false, busy = null;
    var mark = document.createElement("input");
    mark.type = "hidden"; mark.name = "_draft"; mark.value = name;
    form.appendChild(mark);

    function fields() { return Array.from(form.elements).filter(function (e) { return e.name && e.name[0] !== "_" && !fixed.test(e.name) && !/^(file|password|submit)$/.test(e.type) && e.tagName !== "BUTTON" && e.tagName !== "FIELDSET"; }); }
    function kind(e) { return /checkbox|radio/.test(e.type) ? "c" : e.type === "hidden" ? "h" : "v"; }
    function content(all) { return JSON.stringify(fields().filter(function (e) { return all || !secret.test(e.name) && e.type !== "hidden"; }).map(function (e) { return [e.name, kind(e), e.value, e.checked === true]; })); }
    function post(where, body, more) {
      var data = new URLSearchParams(body);
      data.set("_csrf", ours ? ours.value : "");
      data.set("form", name);
      if (form.elements._proof) { data.set("_proof", form.elements._proof.value); }
      return fetch(open + where, Object.assign({ method: "POST", body: data, credentials: "same-origin", redirect: "error" }, more));
    }
    function onServer() { return open === "/work/drafts" || form.elements._proof && form.elements._proof.value; }
    function save(last) {
      clearTimeout(waiting); waiting = null;
      if (sent) { return; }
      here.put(key, content(false));
      if (onServer()) {
        busy = new AbortController();
        post("", { content: content(true) }, last === true ? { keepalive: true } : { signal: busy.signal }).catch(function () { /* it is on the device */ });
      }
    }
    function typed() { clearTimeout(waiting); waiting = setTimeout(save, 1200); here.put(key, content(false)); }
    function discard() {
      here.drop(key);
      var gone = onServer() ? post("/discard", {}).catch(function () { /* it ends by itself */ }) : Promise.resolve();
      sent = true;
      gone.then(function () { location.assign(location.href); });
    }
    function tell(sentence, word) {
      var note = document.createElement("div"), button = document.createElement("button");
      note.className = "notice draft"; note.setAttribute("role", "status");
      note.append(sentence + " ");
      button.type = "button"; button.className = "btn btn-sm"; button.textContent = word;
      button.addEventListener("click", discard);
      note.append(button);
      form.before(note);
    }
    function restore(kept, sentence, word) {
      var seen = {}, more = [];
      kept.forEach(function (item) {
        var same = fields().filter(function (e) { return e.name === item[0] && kind(e) === item[1] && (item[1] !== "c" || e.value === item[2]); });
        var at = item[1] === "c" ? 0 : seen[item[0] + item[1]] = (seen[item[0] + item[1]] === undefined ? 0 : seen[item[0] + item[1]] + 1);
        if (same[at]) {
          if (item[1] === "c") { same[at].checked = item[3]; } else { same[at].value = item[2]; }
          var group = same[at].closest("details");
          if (group && item[1] !== "h" && (item[3] || item[1] === "v" && item[2])) { group.open = true; }
        } else if (item[1] === "c" ? item[3] : item[2] && item[1] === "v") { more.push(item); }
      });
      /* Rows that are not on the page yet are asked for as the button for one more would. */
      if (more.length && !sessionStorage.getItem("restoring:" + key)) {
        sessionStorage.setItem("restoring:" + key, JSON.stringify([sentence, word]));
        more.concat([["_more", "v", ""]]).forEach(function (item) {
          var e = document.createElement("input");
          e.type = "hidden"; e.name = item[0]; e.value = item[2];
          form.appendChild(e);
        });
        form.submit();
        return;
      }
      sessionStorage.removeItem("restoring:" + key);
      tell(sentence, word);
      if (window.htmx) { form.querySelectorAll("[hx-trigger]").forEach(function (e) { htmx.trigger(e, "change"); }); }
    }

    /* A form that was shown again holds what was just posted, which is newer than any draft. */
    var restored = sessionStorage.getItem("restoring:" + key);
    if (form.dataset.shown) {
      if (restored) { sessionStorage.removeItem("restoring:" + key); tell.apply(null, JSON.parse(restored)); }
    } else if (!faults) {
      var found = open === "/work/drafts" ? fetch(open + "?form=" + encodeURIComponent(name), { credentials: "same-origin", redirect: "error" })
        : onServer() ? post("/find", {}) : Promise.resolve(null);
      found.then(function (answer) { return answer && answer.status === 200 ? answer.json() : null; }).catch(function () { return null; }).then(function (draft) {
        if (waiting || sent) { return; }
        if (draft) { restore(JSON.parse(draft.content), draft.said, draft.discard); return; }
        var device = here.get(key);
        if (device && form.dataset.restored) { restore(JSON.parse(device), form.dataset.restored, form.dataset.discard); }
      });
    }
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    document.addEventListener("yekuo:ending", function () { save(true); });
    document.addEventListener("visibilitychange", function () { if (document.visibilityState === "hidden" && waiting) { save(true); } });
    form.addEventListener("submit", function (event) {
      clearTimeout(waiting); waiting = null;
      if (!(event.submitter && event.submitter.name)) {
        sent = true;
        if (busy) { busy.abort(); }
        sessionStorage.setItem("draft-sent", key);
      }
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
  if (event.target.id === "list" && event.target.querySelector("input:checked, details[open]")) { event.preventDefault(); }
});

document.querySelectorAll("[data-print]").forEach(function (button) { button.addEventListener("click", function () { window.print(); }); });

/* Without a signal what is typed stays on the device (see the drafts above) and the page says so; it is sent when the button is pressed again. */
(function () {
  "use strict";
  var notes = document.querySelectorAll(".offline");
  function say() { notes.forEach(function (note) { note.hidden = navigator.onLine; }); }
  if (notes.length) {
    window.addEventListener("online", say);
    window.addEventListener("offline", say);
    say();
    document.querySelectorAll("form[data-draft]").forEach(function (form) {
      form.addEventListener("submit", function (event) {
        if (!navigator.onLine) { event.preventDefault(); event.stopImmediatePropagation(); say(); sessionStorage.removeItem("draft-sent"); delete form.dataset.sent; }
      }, true);
    });
  }

  /* The sum of what was counted, as it is typed. */
  document.querySelectorAll("[data-total]").forEach(function (total) {
    var form = total.closest("form");
    form.addEventListener("input", function () {
      var sum = 0;
      form.querySelectorAll("[name$='.kw']").forEach(function (kw) {
        var count = form.elements[kw.name.replace(/kw$/, "count")];
        if (kw.name.indexOf(total.dataset.total) === 0 && count) { sum += (Number(kw.value) || 0) * (Number(count.value) || 0); }
      });
      total.textContent = total.dataset.words.replace("0", String(Math.round(sum * 1000) / 1000));
    });
  });

  /* A signature written on the screen becomes the file of its field. */
  document.querySelectorAll("[data-sign]").forEach(function (box) {
    var canvas = box.querySelector("canvas"), pen = canvas.getContext("2d"), file = document.getElementById(box.dataset.sign), drawing = false;
    if (!window.DataTransfer) { return; }
    box.hidden = false;
    pen.lineWidth = 3;
    pen.lineCap = "round";
    function at(event) { var r = canvas.getBoundingClientRect(); return [(event.clientX - r.left) * canvas.width / r.width, (event.clientY - r.top) * canvas.height / r.height]; }
    canvas.addEventListener("pointerdown", function (event) { drawing = true; canvas.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo.apply(pen, at(event)); });
    canvas.addEventListener("pointermove", function (event) { if (drawing) { pen.lineTo.apply(pen, at(event)); pen.stroke(); } });
    canvas.addEventListener("pointerup", function () {
      drawing = false;
      canvas.toBlob(function (blob) { var kept = new DataTransfer(); kept.items.add(new File([blob], "signature.png", { type: "image/png" })); file.files = kept.files; });
    });
    box.querySelector("button").addEventListener("click", function () { pen.clearRect(0, 0, canvas.width, canvas.height); file.value = ""; });
  });

  /* The calendar: a job dragged to a crew's half-day opens its form filled in, with what the customer will be told. */
  var jobs = document.querySelectorAll(".roster [data-job]"), dragged = null;
  document.querySelectorAll(".drag-hint, button[data-print]").forEach(function (one) { one.hidden = false; });
  jobs.forEach(function (job) {
    job.draggable = true;
    job.addEventListener("dragstart", function (event) { dragged = job; event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", job.dataset.job); });
    job.addEventListener("dragend", function () { dragged = null; document.querySelectorAll(".slot.here").forEach(function (slot) { slot.classList.remove("here"); }); });
  });
  document.querySelectorAll(".roster .slot").forEach(function (slot) {
    slot.addEventListener("dragover", function (event) { if (dragged && dragged.dataset.role === slot.dataset.role) { event.preventDefault(); slot.classList.add("here"); } });
    slot.addEventListener("dragleave", function () { slot.classList.remove("here"); });
    slot.addEventListener("drop", function (event) {
      if (!dragged) { return; }
      event.preventDefault();
      var to = new URL(dragged.dataset.job, location.href);
      ["crew", "day", "slot"].forEach(function (name) { to.searchParams.set(name, slot.dataset[name]); });
      location.href = to.href;
    });
  });
})();
/* A file chosen is sent at once, with its progress, and again when the line breaks: sent twice it is one file. Without scripts it goes with the form. */
document.addEventListener("change", function (event) {
  var input = event.target, form = input.form;
  if (input.type !== "file" || !input.files || !input.files.length || !form || !form.dataset.upload) { return; }
  /* The part of the page may be made anew while the file is on its way. */
  function kept() { return Array.from(form.elements).find(function (e) { return e.type === "hidden" && "_file." + e.name === input.name; }); }
  if (!kept()) { return; }
  var file = input.files[0], words = form.dataset, tries = 0, bar;
  function part(tag) {
    var box = kept() ? kept().parentNode : document.createDocumentFragment(), made = box.querySelector(tag + ".upload") || box.appendChild(document.createElement(tag));
    made.className = "upload";
    return made;
  }
  function say(words, wrong) { var line = part("p"); line.setAttribute("role", "status"); line.textContent = words; line.className = wrong ? "upload fault" : "upload quiet"; }
  function show(loaded) { bar = part("progress"); bar.max = file.size || 1; bar.value = loaded; bar.setAttribute("aria-label", file.name); }
  show(0);
  form.uploading = (form.uploading || 0) + 1;
  function over() {
    bar.remove();
    form.uploading -= 1;
    if (!form.uploading && form.waiting) { var waiting = form.waiting; form.waiting = null; delete form.dataset.sent; form.requestSubmit(waiting.isConnected ? waiting : null); }
  }
  function send() {
    var request = new XMLHttpRequest();
    request.open("POST", words.upload + (words.upload.indexOf("?") < 0 ? "?" : "&") + "name=" + encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    var token = form.elements._csrf;
    if (token) { request.setRequestHeader("X-XSRF-TOKEN", token.value); }
    request.upload.onprogress = function (progress) { show(progress.loaded); };
    request.onerror = request.ontimeout = function () {
      tries += 1;
      if (tries > 4) { say(words.broken, true); over(); return; }
      say(words.again + " " + file.name);
      setTimeout(send, 1000 * tries * tries);
    };
    request.onload = function () {
      var answer = {};
      try { answer = JSON.parse(request.responseText); } catch (noAnswer) { /* an error page says nothing */ }
      if (!kept()) { over(); return; }
      if (request.status === 201) {
        var tick = kept().closest(".paperitem");
        kept().value = answer.fileId; input.value = ""; say(words.kept + " " + file.name); form.dispatchEvent(new Event("input"));
        if (tick) { tick.querySelector(".paperline input[type=checkbox]").checked = true; }
      } else { input.value = ""; say(answer.sentence || words.broken, true); }
      over();
    };
    say(words.sending + " " + file.name);
    request.send(file);
  }
  send();
});
document.addEventListener("submit", function (event) {
  if (event.target.uploading) { event.preventDefault(); event.stopPropagation(); event.target.waiting = event.submitter || event.target.querySelector("button.btn-primary"); }
}, true);
/* On paper nothing is folded away. */
window.addEventListener("beforeprint", function () { document.querySelectorAll(".limit-rows details").forEach(function (one) { one.open = true; }); });
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
  function say(left) {
    var timer = dialog.querySelector("[role=timer]");
    var seconds = Math.max(5, Math.round(left / 5000) * 5);
    timer.textContent = seconds >= 90 ? timer.dataset.minutes.replace("#", Math.round(seconds / 60)) : timer.dataset.seconds.replace("#", seconds);
  }
  setInterval(function () {
    var left = idle - since();
    say(Math.max(0, left));
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
