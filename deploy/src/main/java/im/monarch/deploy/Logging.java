package im.monarch.deploy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * What a server logs: to standard error, as standard output belongs to the start lines. In code,
 * because reading XML takes a tenth of the start; {@code -Dlogback.configurationFile=FILE.xml}
 * wins.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %msg %kvp%n";

  /** Libraries that tell more than an operator wants to know. */
  private static final List<String> TALKATIVE =
      List.of("com.hazelcast", "io.netty", "io.vertx", "org.flywaydb");

  /** What warns of every process that comes or leaves, however quietly. */
  private static final List<String> NERVOUS =
      List.of(
          "com.hazelcast.instance.impl.Node",
          "com.hazelcast.internal.partition",
          "com.hazelcast.spi.impl.operationservice",
          "com.hazelcast.internal.server.tcp.TcpServerConnection",
          "com.hazelcast.internal.server.tcp.TcpServerConnectionErrorHandler",
          "com.hazelcast.internal.cluster.impl.ClusterHeartbeatManager",
          "com.hazelcast.internal.cluster.impl.MembershipManager",
          "io.vertx.core.eventbus.impl.MessageConsumerImpl",
          "io.vertx.core.eventbus.impl.clustered");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(console(context));
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    NERVOUS.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName("stderr");
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    return console;
  }
}
