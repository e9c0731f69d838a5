"""Items of lists and tables that tell more about themselves below the pointer."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.common.labels import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex


class TippedDelegate(QStyledItemDelegate):
    """The base of delegates whose items have tool tips, which may hold what people typed."""

    def tip(self, rect: QRect, at: QPoint, index: Index) -> str:
        """Return what is told at a place in an item's room; "" for nothing."""
        raise NotImplementedError

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        tip = self.tip(option.rect, event.pos(), index)
        QToolTip.showText(event.globalPos(), plain_tool_tip(tip))
        return True
