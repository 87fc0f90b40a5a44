package im.monarch.deploy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operating system wants of the process. Java has no public way to hear of a second
 * signal: its own reaction to the first one is to begin its end, and to hear nothing more. The
 * module {@code jdk.unsupported} is there for that, and is asked by name, as the compiler warns of
 * it in a way that nothing silences.
 */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private Signals() {}

  /**
   * Calls {@code action} from now on instead of Java's own, with the number of the signal. Where
   * that cannot be had, Java's own stays.
   *
   * @param name without SIG
   */
  static void handle(String name, IntConsumer action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var number = signal.getMethod("getNumber");
      InvocationHandler calls =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  action.accept((int) number.invoke(arguments[0]));
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> same(proxy, arguments[0]);
                default -> "handler of SIG" + name;
              };
      var proxy =
          Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, calls);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      LOG.atDebug().setCause(e).log("signals cannot be heard");
    }
  }

  @SuppressWarnings("ReferenceEquality") // a proxy has no other
  private static boolean same(Object proxy, Object other) {
    return proxy == other;
  }
}
