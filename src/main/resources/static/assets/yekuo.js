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
        kept().value = answer.fileId; input.value = ""; say(words.kept + " " + file.name);
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
