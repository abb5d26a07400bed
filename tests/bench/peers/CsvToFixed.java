import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.fixed.FixedWidthWriter;
import com.univocity.parsers.fixed.FixedWidthWriterSettings;
import java.io.File;
import java.nio.charset.Charset;

/** CSV in UTF-8 to 送付先情報 in CP932: CsvToFixed soufusaki.csv IN. */
final class CsvToFixed {
  public static void main(String[] arguments) throws Exception {
    CsvParserSettings input = new CsvParserSettings();
    input.getFormat().setLineSeparator("\r\n");
    input.setHeaderExtractionEnabled(true);
    FixedWidthWriterSettings output = new FixedWidthWriterSettings(Layout.fields(arguments[0]));
    output.getFormat().setLineSeparator("\r\n");
    CsvParser parser = new CsvParser(input);
    FixedWidthWriter writer = new FixedWidthWriter(System.out, Charset.forName("MS932"), output);
    parser.beginParsing(new File(arguments[1]), "UTF-8");
    String[] row;
    while ((row = parser.parseNext()) != null) writer.writeRow(row);
    writer.close();
  }
}
