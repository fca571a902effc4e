// A page that was opened from a disk may start no worker, and the manual's search wants one.
// Here an invisible frame does a worker's work: same messages, same order, same thread.
(() => {
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.documentElement.append(this.frame);
      const inner = this.frame.contentWindow;
      inner.importScripts = (...urls) =>
        urls.reduce((before, each) => before.then(() => load(inner, each)), Promise.resolve());
      inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      load(inner, new URL(url, location.href).href).then(() => {
        const waiting = this.waiting;
        this.waiting = null;
        waiting.forEach((data) => this.postMessage(data));
      });
    }

    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      this.frame.remove();
    }
  }

  function load(inner, url) {
    return new Promise((loaded, failed) => {
      const script = inner.document.createElement("script");
      script.src = url;
      script.onload = loaded;
      script.onerror = failed;
      inner.document.head.append(script);
    });
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
