#include "report/office/xml.h"

#include <libxml/parser.h>

#include "base/utf8.h"

namespace hub::report {

namespace {

std::string_view view(const xmlChar* words) { return words ? reinterpret_cast<const char*>(words) : ""; }

struct FreeString {
  void operator()(xmlChar* string) const { xmlFree(string); }
};

}  // namespace

XmlDocument parse_xml(std::string_view bytes) {
  const int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_COMPACT;
  XmlDocument document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
  if (document && document->intSubset) document.reset();
  return document;
}

const xmlNode* root_of(const XmlDocument& document) {
  return document ? xmlDocGetRootElement(document.get()) : nullptr;
}

std::string_view name_of(const xmlNode& element) { return view(element.name); }

const xmlNode* child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* one = node ? node->children : nullptr; one; one = one->next) {
    if (one->type == XML_ELEMENT_NODE && name_of(*one) == name) return one;
  }
  return nullptr;
}

std::optional<std::string> attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* one = node ? node->properties : nullptr; one; one = one->next) {
    if (view(one->name) != name) continue;
    const std::unique_ptr<xmlChar, FreeString> value(xmlNodeListGetString(node->doc, one->children, 1));
    return std::string(view(value.get()));
  }
  return std::nullopt;
}

std::string attribute_or(const xmlNode* node, std::string_view name, std::string_view otherwise) {
  return attribute(node, name).value_or(std::string(otherwise));
}

std::string child_value(const xmlNode* node, std::string_view name) {
  return attribute_or(child(node, name), "val", "");
}

std::u32string text_of(const xmlNode& element) {
  const std::unique_ptr<xmlChar, FreeString> content(xmlNodeGetContent(&element));
  return base::decode_utf8(view(content.get()));
}

bool is_on(const xmlNode* node, std::string_view name) {
  const xmlNode* property = child(node, name);
  if (!property) return false;
  const std::string value = attribute_or(property, "val", "true");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace hub::report
