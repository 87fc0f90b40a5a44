package im.monarch.runtime.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Ports for members of a cluster, below those that the system gives to whoever asks for any: a
 * member that looks for others there must find neither somebody's client nor itself.
 */
final class ClusterPorts {

  private static final int FIRST = 12_000;
  private static final int NEIGHBOURS = 16;
  private static final int NEIGHBOURHOODS = 1_200;
  private static final Random RANDOM = new Random();

  private ClusterPorts() {}

  /** One that nobody listens at, nor at the next fifteen. */
  static int free() {
    int port = somewhere();
    while (!IntStream.range(port, port + NEIGHBOURS).allMatch(ClusterPorts::isFree)) {
      port = somewhere();
    }
    return port;
  }

  private static int somewhere() {
    return FIRST + RANDOM.nextInt(NEIGHBOURHOODS) * NEIGHBOURS;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
