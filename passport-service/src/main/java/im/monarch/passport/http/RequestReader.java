package im.monarch.passport.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * Reads the one request of a connection from bytes, however the network cut them. Netty's decoder
 * does the parsing; the limits hold before memory is spent. Never throws for bad input.
 */
final class RequestReader {

  private final HttpLimits limits;
  private final String address;
  private final RequestLine requestLine = new RequestLine();
  private final EmbeddedChannel decoder;
  private final Buffer body = Buffer.buffer();
  private Optional<io.netty.handler.codec.http.HttpRequest> head = Optional.empty();
  private long received;

  /**
   * @param address where the client is, for the request
   */
  RequestReader(HttpLimits limits, String address) {
    this.limits = limits;
    this.address = address;
    int line = limits.headBytes() / 2;
    this.decoder =
        new EmbeddedChannel(
            new HttpRequestDecoder(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(line)
                    .setMaxHeaderSize(limits.headBytes() - line)
                    .setStrictLineParsing(false)));
  }

  /** Takes the next bytes; not to be called again after {@code Complete} or {@code Refused}. */
  Reading feed(byte[] chunk) {
    received += chunk.length;
    var ready = requestLine.feed(chunk);
    if (ready.length > 0) {
      decoder.writeInbound(Unpooled.wrappedBuffer(ready));
    }
    Reading reading = new Reading.Incomplete();
    for (HttpObject part = decoder.readInbound();
        part != null && mayGoOn(reading);
        part = decoder.readInbound()) {
      reading = take(part);
    }
    return mayGoOn(reading) ? withinBounds(reading) : reading;
  }

  HttpLimits limits() {
    return limits;
  }

  String address() {
    return address;
  }

  /** Whether anything has arrived. */
  boolean hasBegun() {
    return received > 0;
  }

  /** Frees what the decoder holds. */
  void discard() {
    decoder.finishAndReleaseAll();
  }

  private static boolean mayGoOn(Reading reading) {
    return reading instanceof Reading.Incomplete || reading instanceof Reading.AwaitsContinue;
  }

  private Reading take(HttpObject part) {
    try {
      if (part.decoderResult().isFailure()) {
        return refused(part.decoderResult().cause());
      }
      if (part instanceof io.netty.handler.codec.http.HttpRequest request) {
        head = Optional.of(request);
        return begun(request);
      }
      return part instanceof HttpContent content ? taken(content) : new Reading.Incomplete();
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private Reading begun(HttpMessage message) {
    if (HttpUtil.getContentLength(message, 0L) > limits.bodyBytes()) {
      return tooLarge();
    }
    return HttpUtil.is100ContinueExpected(message)
        ? new Reading.AwaitsContinue()
        : new Reading.Incomplete();
  }

  private Reading taken(HttpContent content) {
    if (body.length() + content.content().readableBytes() > limits.bodyBytes()) {
      return tooLarge();
    }
    var bytes = new byte[content.content().readableBytes()];
    content.content().readBytes(bytes);
    body.appendBytes(bytes);
    return content instanceof LastHttpContent && head.isPresent()
        ? new Reading.Complete(request(head.get()))
        : new Reading.Incomplete();
  }

  private HttpRequest request(io.netty.handler.codec.http.HttpRequest request) {
    var headers =
        request.headers().entries().stream()
            .map(entry -> new Header(entry.getKey(), entry.getValue()))
            .toList();
    return new HttpRequest(request.method().name(), request.uri(), headers, body, address);
  }

  /** What the decoder does not count: blank lines, and the sizes of very many very small chunks. */
  private Reading withinBounds(Reading reading) {
    if (head.isEmpty()) {
      return received > limits.headBytes() ? headTooLarge() : reading;
    }
    return received > limits.headBytes() + 2L * limits.bodyBytes() ? tooLarge() : reading;
  }

  private static Reading refused(Throwable cause) {
    boolean tooLong =
        cause instanceof TooLongHttpLineException || cause instanceof TooLongHttpHeaderException;
    return tooLong ? headTooLarge() : new Reading.Refused(Status.BAD_REQUEST, cause.toString());
  }

  private static Reading headTooLarge() {
    return new Reading.Refused(Status.HEAD_TOO_LARGE, "head too large");
  }

  private static Reading tooLarge() {
    return new Reading.Refused(Status.CONTENT_TOO_LARGE, "body too large");
  }
}
