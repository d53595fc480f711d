// The XML of office files, by local names: w:p and p are the same, whatever prefix a program chose.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hub::report {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;

// Nothing when it is no XML, or has a document type of its own: office files have none, bombs of entities do.
XmlDocument parse_xml(std::string_view bytes);

const xmlNode* root_of(const XmlDocument& document);  // null: no document
std::string_view name_of(const xmlNode& element);

// All below are null or empty for a null node.
const xmlNode* child(const xmlNode* node, std::string_view name);  // the first of that name
std::optional<std::string> attribute(const xmlNode* node, std::string_view name);
std::string attribute_or(const xmlNode* node, std::string_view name, std::string_view otherwise);
std::string child_value(const xmlNode* node, std::string_view name);  // <w:name w:val="…"/>
std::u32string text_of(const xmlNode& element);                       // all its character data

// <w:strike/> is on, <w:strike w:val="0"/> is off.
bool is_on(const xmlNode* node, std::string_view name);

// Each child element.
template <class Visit>
void for_each_child(const xmlNode* node, Visit visit) {
  for (const xmlNode* one = node ? node->children : nullptr; one; one = one->next) {
    if (one->type == XML_ELEMENT_NODE) visit(*one);
  }
}

}  // namespace hub::report
