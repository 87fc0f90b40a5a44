package im.monarch.conformance.chaos.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes on what is said to another address, and can keep it to itself: slowly, or for as long as
 * it is cut. What was kept back is passed on later, as a network does.
 */
public final class Relay implements AutoCloseable {

  private static final int CHUNK = 65_536;

  private final ServerSocket server;
  private final InetSocketAddress target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock gate = new ReentrantLock();
  private final Condition opened = gate.newCondition();
  private boolean cut;
  private volatile int delayMillis;

  /**
   * Listens on any free port.
   *
   * @param at the address to listen on
   */
  public Relay(String at, InetSocketAddress target) throws IOException {
    this(at, 0, target);
  }

  /**
   * Listens on a port that is known before.
   *
   * @param at the address to listen on
   */
  Relay(String at, int port, InetSocketAddress target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(port, 0, InetAddress.getByName(at));
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Everything waits, new connections too. */
  public void cut() {
    set(true);
  }

  /** What waits goes on. */
  public void heal() {
    set(false);
  }

  private void set(boolean isCut) {
    gate.lock();
    try {
      cut = isCut;
      opened.signalAll();
    } finally {
      gate.unlock();
    }
  }

  /** Each chunk is that late from now on, in each direction. */
  public void delay(int millis) {
    delayMillis = millis;
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    var there = new Socket();
    try {
      pass();
      sockets.add(there);
      there.connect(target);
      there.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> copy(there, client));
      copy(client, there);
    } catch (IOException e) {
      close(client);
      close(there);
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      var chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        pass();
        out.write(chunk, 0, read);
      }
    } catch (IOException e) {
      // One side is gone: so is the other, as soon as it can hear of that.
    } finally {
      passQuietly();
      close(from);
      close(to);
    }
  }

  /** Waits as long as there is something to wait for. */
  private void pass() throws IOException {
    gate.lock();
    try {
      if (delayMillis > 0) {
        // Nobody signals before: the time is what is waited for.
        long left = TimeUnit.MILLISECONDS.toNanos(delayMillis);
        while (left > 0) {
          left = opened.awaitNanos(left);
        }
      }
      while (cut) {
        opened.await();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      gate.unlock();
    }
  }

  private void passQuietly() {
    try {
      pass();
    } catch (IOException e) {
      // Nothing waits any longer.
    }
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    heal();
    Set.copyOf(sockets).forEach(this::close);
  }
}
