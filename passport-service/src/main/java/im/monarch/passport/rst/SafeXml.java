package im.monarch.passport.rst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of strangers. The JDK's own parser with everything switched off that reads, fetches or
 * multiplies: no document type, no entity but the five of XML, nothing from elsewhere.
 */
final class SafeXml {

  /** Bytes; a message of the best equipped client has 6,000. */
  private static final int MOST_BYTES = 65_536;

  private static final int MOST_ATTRIBUTES = 32;

  private SafeXml() {}

  /**
   * At the start of the document in {@code body}, which is UTF-8 whatever is said elsewhere.
   *
   * @throws XMLStreamException when it is too large, in another encoding or does not start as XML
   */
  static XMLStreamReader open(byte[] body) throws XMLStreamException {
    if (body.length > MOST_BYTES) {
      throw new XMLStreamException("too large");
    }
    var xml = factory().createXMLStreamReader(new StringReader(text(body)));
    var encoding = xml.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("utf-8")) {
      throw new XMLStreamException("encoding");
    }
    return xml;
  }

  private static String text(byte[] body) throws XMLStreamException {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new XMLStreamException("encoding", e);
    }
  }

  /** Made anew each time: cheap, and what it makes shares nothing. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.elementAttributeLimit", MOST_ATTRIBUTES);
    factory.setProperty("jdk.xml.entityExpansionLimit", 1);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    return factory;
  }
}
