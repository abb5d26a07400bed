import com.univocity.parsers.fixed.FieldAlignment;
import com.univocity.parsers.fixed.FixedWidthFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The fields of 送付先情報, from soufusaki.csv. uniVocity's widths are characters, which are positions here. */
final class Layout {
  static FixedWidthFields fields(String table) throws IOException {
    FixedWidthFields fields = new FixedWidthFields();
    List<String> lines = Files.readAllLines(Path.of(table));
    for (String line : lines.subList(1, lines.size())) {
      String[] column = line.split(",");
      char padding = column[1].equals("N") ? '\u3000' : ' ';
      fields.addField(column[0], Integer.parseInt(column[2]), FieldAlignment.LEFT, padding);
    }
    return fields;
  }

  private Layout() {}
}
