package im.monarch.conformance.chaos.crowd;

import im.monarch.conformance.chaos.history.Event.Kind;
import im.monarch.conformance.chaos.history.Recorder;
import im.monarch.conformance.transcript.WireText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One connection of which every line goes into the history. Lines are read as they come. */
public final class Wire implements AutoCloseable {

  /** How long a client waits for an answer before it takes the server for gone. */
  static final int PATIENCE_MILLIS = Integer.getInteger("chaos.patience", 8_000);

  private static final String SIGN_OF_LIFE = "PNG";
  private static final String MESSAGE = "MSG";

  private final Recorder recorder;
  private final int number;
  private final String who;
  private final String node;
  private final Socket socket = new Socket();
  private final Consumer<String> listener;
  private final AtomicInteger transaction = new AtomicInteger();
  private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
  private final Deque<CompletableFuture<String>> signsOfLife = new ConcurrentLinkedDeque<>();
  private final ReentrantLock speaking = new ReentrantLock();
  private final AtomicBoolean over = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);

  private Wire(Recorder recorder, String who, String node, Consumer<String> listener) {
    this.recorder = recorder;
    this.number = recorder.connection();
    this.who = who;
    this.node = node;
    this.listener = listener;
  }

  /**
   * Connects.
   *
   * @param listener hears each line, on the thread that reads
   * @throws IOException when nobody accepts in time
   */
  static Wire dial(
      Recorder recorder, Kind kind, String who, Destination to, Consumer<String> listener)
      throws IOException {
    var wire = new Wire(recorder, who, to.node(), listener);
    wire.note(kind, to.address().getHostString() + ':' + to.address().getPort());
    try {
      wire.socket.connect(to.address(), PATIENCE_MILLIS);
      wire.socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(wire.socket.getInputStream());
      Thread.startVirtualThread(() -> wire.listen(in));
      return wire;
    } catch (IOException e) {
      wire.ends(Kind.CUT, "not connected: " + e.getMessage());
      throw e;
    }
  }

  /** Says {@code verb}, a number and the rest, and does not wait. */
  void say(String verb, String rest) {
    say(verb, rest, "", new CompletableFuture<>());
  }

  /** The answer; empty when there is none in time, or when the connection ends. */
  public Optional<String> ask(String verb, String rest) {
    return ask(verb, rest, "");
  }

  /** As {@link #ask(String, String)}, with a payload, whose length is appended. */
  Optional<String> ask(String verb, String rest, String payload) {
    var answer = new CompletableFuture<String>();
    say(verb, rest, payload, answer);
    try {
      return Optional.of(answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  void say(String verb, String rest, String payload, CompletableFuture<String> answer) {
    speaking.lock();
    try {
      var line = register(verb, answer) + (rest.isEmpty() ? "" : ' ' + rest);
      var whole = payload.isEmpty() ? line : line + ' ' + payload.length();
      note(Kind.SAID, payload.isEmpty() ? whole : whole + '\n' + payload);
      socket.getOutputStream().write(WireText.bytes(whole + "\r\n" + payload));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    } finally {
      speaking.unlock();
    }
    if (over.get()) {
      answer.completeExceptionally(new IOException("over"));
    }
  }

  private String register(String verb, CompletableFuture<String> answer) {
    if (verb.equals(SIGN_OF_LIFE)) {
      signsOfLife.add(answer);
      return verb;
    }
    if (verb.equals("OUT")) {
      return verb;
    }
    var id = String.valueOf(transaction.incrementAndGet());
    asked.put(id, answer);
    return verb + ' ' + id;
  }

  /** Whether the connection is, as far as the client knows. */
  public boolean open() {
    return !over.get();
  }

  /** Whether the connection has ended, after waiting for that at most so long. */
  boolean endsWithin(int millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public String node() {
    return node;
  }

  private void listen(InputStream in) {
    try {
      for (var line = line(in); !line.isEmpty(); line = line(in)) {
        var words = line.split(" ", -1);
        var text = words[0].equals(MESSAGE) ? line + '\n' + payload(in, words) : line;
        note(Kind.HEARD, text);
        answer(words, line);
        listener.accept(text);
      }
      ends(Kind.CUT, "");
    } catch (IOException e) {
      ends(Kind.CUT, String.valueOf(e.getMessage()));
    }
  }

  /** Without its end; empty at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return WireText.of(line.toByteArray()).stripTrailing();
      }
      line.write(next);
    }
    return "";
  }

  private static String payload(InputStream in, String[] words) throws IOException {
    return WireText.of(in.readNBytes(Integer.parseInt(words[words.length - 1])));
  }

  private void answer(String[] words, String line) {
    var waiting =
        words[0].equals("QNG")
            ? signsOfLife.poll()
            : words.length > 1 && !words[0].equals("IRO") ? asked.get(words[1]) : null;
    if (waiting != null) {
      waiting.complete(line);
    }
  }

  private void ends(Kind how, String why) {
    if (over.compareAndSet(false, true)) {
      note(how, why);
      var gone = new IOException("over");
      asked.values().forEach(answer -> answer.completeExceptionally(gone));
      signsOfLife.forEach(answer -> answer.completeExceptionally(gone));
      end.countDown();
    }
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private void note(Kind kind, String text) {
    recorder.note(number, who, node, kind, text);
  }

  /** The client has had enough. */
  @Override
  public void close() {
    ends(Kind.LEFT, "");
  }

  /** Says good-bye and reads what is left; hangs up if the server does not. */
  void leave() {
    say("OUT", "");
    if (!endsWithin(PATIENCE_MILLIS)) {
      close();
    }
  }
}
